import io
import re

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from doubles.rewritten import part, texts, written

from ilson.documents.segments.rewrite import segments


def word(*inside):
    """A DOCX of python-docx whose body begins with these paragraphs of XML."""
    made = docx.Document()
    for xml in inside:
        made.element.body.insert_element_before(
            parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w', 'r')}>", 1)), "w:sectPr"
        )
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


LINK = '<w:hyperlink r:id="rId9" w:history="1"><w:r><w:rPr><w:b/></w:rPr><w:t>여기</w:t></w:r></w:hyperlink>'


def test_a_link_of_a_docx_holds_its_words():
    content = word(f"<w:p><w:r><w:t>주소는 </w:t></w:r>{LINK}<w:r><w:t>입니다</w:t></w:r></w:p>")
    assert texts(content) == ["주소는 ⟨1⟩여기⟨/1⟩입니다"]
    xml = part(written(content, "⟨1⟩Here⟨/1⟩ it is"), "word/document.xml")
    assert (
        '<w:hyperlink r:id="rId9" w:history="1"><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Here</w:t>' in xml
    )


def test_a_content_control_of_a_docx_is_one_stretch():
    control = (
        "<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent><w:r><w:t>값</w:t></w:r></w:sdtContent></w:sdt>"
    )
    content = word(f"<w:p><w:r><w:t>이름: </w:t></w:r>{control}<w:r><w:t> 씨</w:t></w:r></w:p>")
    assert texts(content) == ["이름: ⟨1⟩값⟨/1⟩ 씨"]
    assert re.search(
        r"<w:sdtPr>.*</w:sdtPr><w:sdtContent><w:r><w:t[^>]*>value</w:t></w:r></w:sdtContent></w:sdt>",
        part(written(content, "⟨1⟩value⟨/1⟩"), "word/document.xml"),
    )


SPELLED = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:r w:rsidR="1"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>한</w:t></w:r><w:proofErr w:type="spellStart"/>'
    '<w:r w:rsidR="2"><w:rPr><w:lang w:val="ko-KR"/></w:rPr><w:t>글</w:t></w:r></w:p>'
)


def test_what_word_notes_about_language_and_spelling_splits_no_text():
    content = word(SPELLED)
    assert texts(content) == ["한글"]
    assert '<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">x</w:t></w:r></w:p>' in part(
        written(content, "x"), "word/document.xml"
    )


def test_tracked_changes_and_anchors_of_a_docx_stay_where_they_are():
    content = word(
        "<w:p><w:r><w:t>가 </w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>지운</w:delText></w:r></w:del>"
        "<w:r><w:t>나</w:t><w:footnoteReference w:id='2'/><w:t> 다</w:t></w:r></w:p>"
    )
    assert (texts(content), segments(content).left) == (["가 ⟨1/⟩나⟨2/⟩ 다"], 1)
    xml = part(written(content, "x ⟨1/⟩y⟨2/⟩ z"), "word/document.xml")
    assert [xml.index(said) for said in ("x ", "지운", ">y<", "footnoteReference", " z<")] == sorted(
        xml.index(said) for said in ("x ", "지운", ">y<", "footnoteReference", " z<")
    )


BOX = "<w:txbxContent><w:p><w:r><w:t>글상자</w:t></w:r></w:p></w:txbxContent>"


def test_a_box_changes_in_the_form_for_older_readers_too():
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    old = f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
    both = f"<mc:Choice Requires='wps'>{BOX}</mc:Choice>{old}"
    content = word(
        f"<w:p><w:r><w:t>앞</w:t></w:r><w:r><mc:AlternateContent {spaces}>{both}</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(content) == ["앞", "글상자"]
    assert part(written(content, "앞", "box"), "word/document.xml").count(">box<") == 2
