"""Latin names against their Chinese forms: how many are called one name, and how many strangers are."""

from __future__ import annotations

import pytest

from crosscheck import names
from crosscheck.names.latin_people import latin_people

NAMES = [
    ("罗勃·派克", "Rob Pike"),
    ("肯·汤普逊", "Ken Thompson"),
    ("丹尼斯·里奇", "Dennis Ritchie"),
    ("布莱恩·柯林汉", "Brian Kernighan"),
    ("道格拉斯·麦克罗伊", "Douglas McIlroy"),
    ("比尔·盖茨", "Bill Gates"),
    ("史蒂夫·乔布斯", "Steve Jobs"),
    ("阿尔伯特·爱因斯坦", "Albert Einstein"),
    ("查尔斯·达尔文", "Charles Darwin"),
    ("艾萨克·牛顿", "Isaac Newton"),
    ("温斯顿·丘吉尔", "Winston Churchill"),
    ("富兰克林·罗斯福", "Franklin Roosevelt"),
    ("亚伯拉罕·林肯", "Abraham Lincoln"),
    ("乔治·华盛顿", "George Washington"),
    ("约翰·肯尼迪", "John Kennedy"),
    ("理查德·尼克松", "Richard Nixon"),
    ("罗纳德·里根", "Ronald Reagan"),
    ("玛格丽特·撒切尔", "Margaret Thatcher"),
    ("尼尔斯·玻尔", "Niels Bohr"),
    ("马克斯·普朗克", "Max Planck"),
    ("维尔纳·海森堡", "Werner Heisenberg"),
    ("欧内斯特·卢瑟福", "Ernest Rutherford"),
    ("恩里科·费米", "Enrico Fermi"),
    ("罗伯特·奥本海默", "Robert Oppenheimer"),
    ("理查德·费曼", "Richard Feynman"),
    ("史蒂芬·霍金", "Stephen Hawking"),
    ("艾伦·图灵", "Alan Turing"),
    ("约翰·冯·诺伊曼", "John von Neumann"),
    ("克劳德·香农", "Claude Shannon"),
    ("林纳斯·托瓦兹", "Linus Torvalds"),
    ("理查德·斯托曼", "Richard Stallman"),
    ("比雅尼·斯特劳斯特鲁普", "Bjarne Stroustrup"),
    ("詹姆斯·高斯林", "James Gosling"),
    ("唐纳德·克努特", "Donald Knuth"),
    ("蒂姆·伯纳斯-李", "Tim Berners-Lee"),
    ("列夫·托尔斯泰", "Leo Tolstoy"),
    ("欧内斯特·海明威", "Ernest Hemingway"),
    ("威廉·莎士比亚", "William Shakespeare"),
    ("查尔斯·狄更斯", "Charles Dickens"),
    ("马克·吐温", "Mark Twain"),
    ("维克多·雨果", "Victor Hugo"),
    ("卡尔·马克思", "Karl Marx"),
    ("弗里德里希·恩格斯", "Friedrich Engels"),
    ("西格蒙德·弗洛伊德", "Sigmund Freud"),
    ("路德维希·贝多芬", "Ludwig Beethoven"),
    ("约翰·巴赫", "Johann Bach"),
    ("彼得·柴可夫斯基", "Peter Tchaikovsky"),
    ("巴勃罗·毕加索", "Pablo Picasso"),
    ("文森特·梵高", "Vincent van Gogh"),
    ("克里斯托弗·诺兰", "Christopher Nolan"),
    ("史蒂文·斯皮尔伯格", "Steven Spielberg"),
    ("艾尔弗雷德·希区柯克", "Alfred Hitchcock"),
    ("迈克尔·乔丹", "Michael Jordan"),
    ("科比·布莱恩特", "Kobe Bryant"),
    ("罗杰·费德勒", "Roger Federer"),
    ("拉斐尔·纳达尔", "Rafael Nadal"),
    ("利昂内尔·梅西", "Lionel Messi"),
    ("威尔特·张伯伦", "Wilt Chamberlain"),
    ("安格拉·默克尔", "Angela Merkel"),
    ("弗拉基米尔·普京", "Vladimir Putin"),
    ("巴拉克·奥巴马", "Barack Obama"),
    ("唐纳德·特朗普", "Donald Trump"),
    ("纳尔逊·曼德拉", "Nelson Mandela"),
    ("康拉德·阿登纳", "Konrad Adenauer"),
    ("夏尔·戴高乐", "Charles de Gaulle"),
    ("米哈伊尔·戈尔巴乔夫", "Mikhail Gorbachev"),
    ("尼基塔·赫鲁晓夫", "Nikita Khrushchev"),
    ("托马斯·爱迪生", "Thomas Edison"),
    ("亨利·福特", "Henry Ford"),
    ("尼古拉·特斯拉", "Nikola Tesla"),
    ("艾琳·奥肖内西", "Eileen O'Shaughnessy"),
    ("乔治·奥威尔", "George Orwell"),
    ("马克·扬", "Mark Young"),
    ("亨利·基辛格", "Henry Kissinger"),
    ("戴维·伊万斯", "David Evans"),
    ("安东尼·伊登", "Anthony Eden"),
    ("克莱门特·艾德礼", "Clement Attlee"),
    ("内维尔·张伯伦", "Neville Chamberlain"),
    ("安德鲁·塔能鲍姆", "Andrew Tanenbaum"),
    ("比尔·乔伊", "Bill Joy"),
]


def _one(chinese: str, latin: str) -> bool:
    return names.same(chinese, latin).holds


def test_the_same_name_is_found() -> None:
    assert sum(_one(chinese, latin) for chinese, latin in NAMES) >= 0.95 * len(NAMES)


def test_strangers_are_kept_apart() -> None:
    pairs = [
        (chinese, latin)
        for chinese, own in NAMES
        for _, latin in NAMES
        if latin.split()[-1] != own.split()[-1]
    ]
    assert sum(_one(*pair) for pair in pairs) <= 0.01 * len(pairs)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Thompson", "Ken Thompson", "compatible"),
        ("Ken Thompson", "Rob Pike", "different"),
        ("艾琳", "艾琳·奥肖内西", "compatible"),
        ("马克思", "卡尔·马克思", "compatible"),
        ("孙", "孙中山", "compatible"),
        ("孫", "李中山", "different"),
        ("土井", "土井定七", "compatible"),
        ("乔治三世", "喬治三世", "equivalent"),
        ("乔治三世", "乔治四世", "different"),
        ("利奥一世", "利奥十世", "different"),
        ("庇护七世", "庇护九世", "different"),
        ("路易十四", "路易十六", "different"),
        ("乔治", "乔治三世", "incomparable"),
        ("王汎森", "王泛森", "equivalent"),
        ("徐乾学", "徐干学", "equivalent"),
        ("谢尔比茨基", "雪比斯基", "equivalent"),
    ],
)
def test_parts_and_numbers_of_names(one: str, other: str, relation: str) -> None:
    assert names.same(one, other).relation == relation
    assert names.same(other, one).relation == relation


def test_a_latin_form_in_brackets_is_no_mention_of_its_own() -> None:
    assert list(latin_people("尼赫鲁（Jawaharlal Nehru）来访。")) == []
    found = list(latin_people("程序员Rob Pike来访，Pike在Bell Labs工作。"))
    assert [name for _, _, name in found] == ["Rob Pike", "Rob Pike"]
