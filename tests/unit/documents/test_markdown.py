import subprocess
import sys

from ilson.documents.markdown import to_markdown, to_text
from ilson.domain.document import Document, Heading, Paragraph, Table


def document(*blocks):
    return Document("가.md", "md", blocks)


def test_headings_paragraphs_and_tables_become_markdown():
    made = to_markdown(
        document(Heading("제목", 2), Paragraph("글\n둘째 줄"), Table((("가", "나"), ("1|2", "위\n아래"))))
    )
    assert made == "## 제목\n\n글  \n둘째 줄\n\n| 가 | 나 |\n| --- | --- |\n| 1\\|2 | 위<br>아래 |"


def test_text_that_looks_like_a_heading_stays_text():
    assert to_markdown(document(Paragraph("# 1번"))) == "\\# 1번"


def test_plain_text_has_a_line_for_each_row():
    assert to_text(document(Heading("제목"), Table((("가", "나"), ("다", ""))))) == "제목\n가\t나\n다"


def test_the_server_writes_documents_without_loading_a_parser():
    code = (
        "import sys, ilson.documents.wire, ilson.documents.markdown, ilson.engines.reading.desk\n"
        "print(sorted({'lxml', 'hwpx', 'docx', 'pdfplumber', 'pypdfium2', 'olefile', 'PIL'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
