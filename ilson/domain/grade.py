"""The data grade of a question (N2SF): open, sensitive, classified."""

from enum import IntEnum


class Grade(IntEnum):
    """O 공개 < S 민감 < C 기밀; the value is the rank, the name is what people see.

    Source: 국가 망 보안체계(N2SF) 1.0; C = 정보공개법 제9조제1항 제1-4호, S = 제5-8호.
    """

    O = 0
    S = 1
    C = 2
