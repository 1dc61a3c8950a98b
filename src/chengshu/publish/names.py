"""Names and texts from outside, made fit to be shown."""

import re

from chengshu.model import Language, Unit

_NOT_SHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
NAME_LIMIT = 60

# The English wording for provinces, and for places that sources list beside countries.
_PROVINCES_EN = {
    "北京市": "Beijing",
    "天津市": "Tianjin",
    "河北省": "Hebei",
    "山西省": "Shanxi",
    "内蒙古自治区": "Inner Mongolia",
    "辽宁省": "Liaoning",
    "吉林省": "Jilin",
    "黑龙江省": "Heilongjiang",
    "上海市": "Shanghai",
    "江苏省": "Jiangsu",
    "浙江省": "Zhejiang",
    "安徽省": "Anhui",
    "福建省": "Fujian",
    "江西省": "Jiangxi",
    "山东省": "Shandong",
    "河南省": "Henan",
    "湖北省": "Hubei",
    "湖南省": "Hunan",
    "广东省": "Guangdong",
    "广西壮族自治区": "Guangxi",
    "海南省": "Hainan",
    "重庆市": "Chongqing",
    "四川省": "Sichuan",
    "贵州省": "Guizhou",
    "云南省": "Yunnan",
    "西藏自治区": "Tibet",
    "陕西省": "Shaanxi",
    "甘肃省": "Gansu",
    "青海省": "Qinghai",
    "宁夏回族自治区": "Ningxia",
    "新疆维吾尔自治区": "Xinjiang",
    "中国": "China",
    "香港特别行政区": "Hong Kong, China",
    "澳门特别行政区": "Macao, China",
    "台湾省": "Taiwan, China",
}
_SUFFIX = re.compile("(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$")
_SHORT_EN = {_SUFFIX.sub("", name): english for name, english in _PROVINCES_EN.items()}
_ENGLISH = {"Hong Kong": "香港", "Macao": "澳门", "Macau": "澳门", "Taiwan": "台湾"}


def shown(text: str) -> str:
    r"""The text without control characters and without marks that turn the direction of what follows.

    Examples
    --------
    >>> shown("a\u202eb\x00c")
    'abc'
    """
    return _NOT_SHOWN.sub("", text)


def shortened(text: str, limit: int = NAME_LIMIT) -> str:
    """The text, cut at `limit` characters with an ellipsis.

    Examples
    --------
    >>> shortened("abcdef", 4)
    'abc…'
    """
    kept = shown(text)
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"


def place_name(name: str, language: Language) -> str:
    """A place as a source writes it, in the wording of the page's language.

    Examples
    --------
    >>> place_name("香港", "en"), place_name("香港", "zh"), place_name("Taiwan", "en")
    ('Hong Kong, China', '香港', 'Taiwan, China')
    >>> place_name("广东省 某地", "en"), place_name("某地", "en")
    ('Guangdong 某地', '某地')
    """
    if language == "zh":
        return shortened(name)
    place, _, within = _ENGLISH.get(name.strip(), name.strip()).partition(" ")
    english = _SHORT_EN.get(_SUFFIX.sub("", place))
    return shortened(f"{english} {within}".strip() if english else name)


def unit_name(unit: Unit, language: Language) -> str:
    """A unit's name in the page's language, else in the other one, else its code.

    Examples
    --------
    >>> from chengshu.model import Text
    >>> unit_name(Unit("310000", Text("上海市", "Shanghai")), "en")
    'Shanghai'
    """
    return place_name(unit.name.get(language) or unit.code, language)


def found_by(unit: Unit) -> str:
    """Everything by which a reader may look for a unit, in lower case: names, short name, pinyin, code.

    Examples
    --------
    >>> from chengshu.model import Text
    >>> found_by(Unit("341500", Text("六安市", "Lu'an"), pinyin="luan"))
    "六安市 lu'an luan 341500"
    """
    words = (unit.name.zh, unit.name.en, unit.short, unit.pinyin, unit.code)
    return " ".join(shortened(word).lower() for word in dict.fromkeys(words) if word)


_KINDS = {
    "city": ("个城市", "city", "cities"),
    "county": ("个县域", "county", "counties"),
    "district": ("个区", "district", "districts"),
    "country": ("个国家", "country", "countries"),
}


def counted(count: int, kind: str, language: Language) -> str:
    """A count of units in words.

    Examples
    --------
    >>> counted(337, "city", "zh"), counted(1, "city", "en"), counted(2, "county", "en")
    ('337个城市', '1 city', '2 counties')
    """
    chinese, one, many = _KINDS.get(kind, ("个评价单元", "unit", "units"))
    if language == "zh":
        return f"{count}{chinese}"
    return f"{count:,} {one if count == 1 else many}"
