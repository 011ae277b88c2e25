"""Web pages of several shapes around one article: what is the article is known, all else is no text of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its title and its paragraphs; `neutral` may be given or not (captions, dates)."""

    title: str
    paragraphs: tuple[str, ...]


LONG = Article(
    "灵渠修复工程通过验收",
    (
        "灵渠位于广西兴安县境内，秦始皇三十三年（公元前214年）凿成通航，全长36.4千米，沟通湘江和漓江两大水系。",
        "工程于2016年3月开工，历时两年四个月，共修复大小天平、铧嘴和秦堤等处，投资1.2亿元。施工中没有使用现代水泥，只用糯米灰浆。",
        "专家组组长周明远说，大天平长344米，小天平长130米，两者夹角为108度。“这样的角度能使水流三七分派”，他说。",
        "据县志记载，乾隆年间曾两次重修陡门，道光三年又修一次。陡门最多时有36座，现存的只有13座。",
        "2018年8月，灵渠列入世界灌溉工程遗产名录。当地去年接待游客约86万人次，比前年多一成半。",
        "管理处表示，今后每五年进行一次检查。水文站将在分水塘设三处测点，每天记录流量。",
    ),
)
SHORT = Article(
    "海门蒸汽磨坊今起开放",
    (
        "海门蒸汽磨坊建于1908年，曾有工人二百四十名，1937年停产。",
        "经三年修缮，磨坊今天起免费开放，每日限八百人。",
    ),
)
ARTICLES = (LONG, SHORT)
NEUTRAL = ("渠首大天平，2018年摄", "发布时间", "来源：", "2018-07-30", "作者：", "本条目")

_LINKS = (
    "省城地铁五号线下月开工", "北部山区迎来今年首场大雪", "博物馆夜场门票售罄引热议", "新港区货运量同比增长两成", "高校联盟发布招生新规则",
)  # fmt: skip
_COMMENTS = (
    "小时候在渠边住过，那时水清得见底，现在回去还认得老路吗？", "楼上说得对，我爷爷就参加过五十年代的维修，一天挣八分钱。",
    "门票太贵了，去年国庆去的时候人挤人，根本看不到什么。", "支持修复，但不要再建那些假古董商业街了，真的很难看。",
)  # fmt: skip
_LEGAL = "凡本网注明来源的作品，版权均属本网所有，未经授权不得转载、摘编或利用其它方式使用上述作品。"
_PROMPT = "扫描二维码关注我们的公众号，每天为您推送最新的本地新闻和生活资讯。"


def _p(article: Article, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{text}</{tag}>" for text in article.paragraphs)


def _list(words: tuple[str, ...] = _LINKS) -> str:
    return (
        "<ul>"
        + "".join(f'<li><a href="/n/{i}.html">{word}</a></li>' for i, word in enumerate(words))
        + "</ul>"
    )


def _page(title: str, body: str, head: str = "") -> str:
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title>{head}</head>\n<body>{body}</body></html>\n'


def portal(article: Article) -> str:
    """A news site made of divs, with related news, comments, a statement on rights."""
    comments = "".join(
        f'<div class="cmt-item"><span>网友{i}</span><p>{c}</p></div>' for i, c in enumerate(_COMMENTS)
    )
    return _page(
        f"{article.title}_岭南在线",
        f'<div class="topbar"><a href="/">首页</a><a href="/a">国内</a><a href="/b">国际</a><a href="/c">体育</a></div>'
        f'<div class="wrap"><div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/w">文化</a> &gt; 正文</div>'
        f'<div class="left"><h1>{article.title}</h1><div class="info">2018-07-30 来源：岭南在线</div>'
        f'<div class="zw" id="ozoom">{_p(article)}</div><div class="bq">{_LEGAL}</div>'
        f'<div class="xgxw"><h3>相关新闻</h3>{_list()}</div><div class="pl" id="comment-box">{comments}</div></div>'
        f'<div class="right"><h3>热点排行</h3>{_list(_LINKS[::-1])}<div class="ad"><p>{_PROMPT}</p></div></div></div>'
        f'<div class="foot"><p>互联网新闻信息服务许可证编号一二三四五六七，举报电话见首页，广告合作请发邮件到编辑部。</p></div>',
    )


def semantic(article: Article) -> str:
    """A news site with article, aside and comments inside the article."""
    comments = "".join(f"<article class='comment'><p>{c}</p></article>" for c in _COMMENTS)
    return _page(
        f"{article.title} - 岭南时报",
        f"<header><nav>{_list()}</nav></header><main><article><header><h1>{article.title}</h1>"
        f'<p class="byline">作者：林一平</p><time datetime="2018-07-30">2018-07-30</time></header>'
        f'<figure><img src="a.jpg" alt=""><figcaption>渠首大天平，2018年摄</figcaption></figure>{_p(article)}'
        f'<aside><h3>延伸阅读</h3><p>{_PROMPT}</p></aside><section id="comments"><h2>评论</h2>{comments}</section>'
        f"<footer><p>{_LEGAL}</p></footer></article></main><footer><p>岭南时报社主办，未经许可不得复制本站内容。</p></footer>",
        '<meta property="article:published_time" content="2018-07-30">',
    )


def blog(article: Article) -> str:
    """A blog with a sidebar of excerpts, the author's words on himself, comments."""
    comments = "".join(
        f'<li class="comment"><div class="comment-body"><p>{c}</p></div></li>' for c in _COMMENTS
    )
    return _page(
        f"{article.title} | 河边笔记",
        f'<div id="page" class="site"><header class="site-header"><h1 class="site-title">河边笔记</h1><p>记录水与人的故事，每周更新一次。</p></header>'
        f'<div id="primary" class="content-area"><article class="post hentry"><h2 class="entry-title">{article.title}</h2>'
        f'<div class="entry-meta">2018-07-30</div><div class="entry-content">{_p(article)}'
        f'<div class="sharedaddy"><h3>分享此文：</h3>{_list(("微博", "微信", "豆瓣"))}</div></div>'
        f'<div class="author-bio"><p>河边人，退休的水利工程师，喜欢骑车和拍照，住在桂林。</p></div></article>'
        f'<nav class="post-navigation">{_list(_LINKS[:2])}</nav><div id="comments" class="comments-area"><ol class="comment-list">{comments}</ol>'
        f"<form><p>电子邮件地址不会被公开，必填项已用星号标注，请文明发言。</p></form></div></div>"
        f'<div id="secondary" class="widget-area"><div class="widget"><h3>近期文章</h3><p>上个月去了一趟都江堰，走了三天，写下这篇长长的游记。</p>{_list()}</div></div></div>',
    )


def wiki(article: Article) -> str:
    """A saved page of a wiki in its present skin."""
    body = "\n".join(
        f'<p>{text}<sup id="cite_ref-{i}" class="reference"><a href="#cite_note-{i}">[{i}]</a></sup></p>'
        for i, text in enumerate(article.paragraphs, 1)
    )
    edit = '<span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/e">编辑</a>]</span>'
    notes = "".join(
        f'<li id="cite_note-{i}"><span class="mw-cite-backlink"><a href="#cite_ref-{i}">^</a></span> '
        f'<span class="reference-text">李某. 《运河志》第{i}卷. 桂林: 某出版社. 2001.</span></li>'
        for i in range(1, len(article.paragraphs) + 1)
    )
    return _page(
        f"{article.title} - 维基百科，自由的百科全书",
        f'<div class="vector-header"><input type="search"><a href="/w">搜索</a></div><div id="mw-panel"><nav>{_list()}</nav></div>'
        f'<main id="content" class="mw-body"><header><h1 id="firstHeading">{article.title}</h1><div id="p-lang-btn">12种语言{_list()}</div></header>'
        f'<div id="bodyContent"><div id="siteSub">维基百科，自由的百科全书</div><div id="contentSub"></div><div id="mw-content-text">'
        f'<div class="mw-parser-output"><style>.a{{color:red}}</style><div role="note" class="hatnote navigation-not-searchable">关于同名的水库，请见“另一个水库”条目。</div>'
        f'<table class="box-Refimprove plainlinks metadata ambox"><tr><td>此条目需要补充更多来源，请协助补充多方面可靠来源以改善这篇条目。</td></tr></table>'
        f'<table class="infobox vcard"><tr><th colspan="2">{article.title}</th></tr></table>{body}'
        f'<div id="toc" class="toc"><h2>目录</h2><ul><li><a href="#a">1 参考文献</a></li></ul></div>'
        f'<div class="mw-heading mw-heading2"><h2 id="a">参考文献</h2>{edit}</div><div class="reflist"><ol class="references">{notes}</ol></div>'
        f'<div class="navbox"><table><tr><td>{_list()}</td></tr></table></div></div>'
        f'<div class="printfooter">检索自“https://example.org/w/index.php”。</div></div><div id="catlinks" class="catlinks">分类：{_list()}</div></div></main>'
        f'<footer class="mw-footer"><ul><li>本页面最后修订于2021年3月4日星期四，十二时三十分。</li><li>本站的全部文字在知识共享许可协议之条款下提供，附加条款亦可能应用。</li></ul></footer>',
    )


def tables(article: Article) -> str:
    """A page of the nineties: tables for the layout, paragraphs parted by line breaks, no class anywhere."""
    text = "<br>\n<br>\n".join("　　" + words for words in article.paragraphs)
    return _page(
        article.title,
        f'<table width="760"><tr><td><a href="1.htm">首页</a> | <a href="2.htm">史料</a> | <a href="3.htm">图片</a> | <a href="4.htm">留言</a></td></tr></table>'
        f'<table width="760"><tr><td width="160" valign="top">{_list()}</td><td width="600"><p align="center"><font size="5"><b>{article.title}</b></font></p>'
        f'<font size="3">{text}</font></td></tr></table>'
        f'<table width="760"><tr><td align="center"><font size="2">本站由某某工作室制作并维护，最佳浏览分辨率为八百乘六百。</font></td></tr></table>',
    )


def institution(article: Article) -> str:
    """A museum's page: a path, the article in a division of its own, the articles before and after it."""
    return _page(
        f"{article.title}-某某博物馆",
        f'<div id="header"><div class="nav-menu">{_list()}</div></div><div id="container"><div class="position">您现在的位置：<a href="/">首页</a>&gt;<a href="/n">新闻</a></div>'
        f'<div class="detail-title">{article.title}</div><div class="detail-info">发布时间：2018-07-30 浏览次数：1024</div>'
        f'<div class="TRS_Editor"><style>.TRS_Editor P{{margin:0}}</style>{_p(article)}</div>'
        f'<div class="pages-nav"><p>上一篇：<a href="/1">{_LINKS[0]}</a></p><p>下一篇：<a href="/2">{_LINKS[1]}</a></p></div>'
        f'<div class="share-box">{_PROMPT}</div></div><div id="footer"><p>地址：某某市某某路一号，周一闭馆，法定节假日除外。</p></div>',
    )


def account(article: Article) -> str:
    """An article of an account in a chat program: spans in sections, prompts to follow at both ends."""
    text = "".join(
        f'<section style="margin:0"><span style="font-size:15px">{words}</span></section>'
        for words in article.paragraphs
    )
    return _page(
        "",
        f'<div id="js_article" class="rich_media"><div class="rich_media_area_primary"><h1 class="rich_media_title">{article.title}</h1>'
        f'<div id="js_content" class="rich_media_content" style="visibility:hidden">{text}</div></div>'
        f'<div class="rich_media_tool"><div class="qr_code_pc"><p>{_PROMPT}</p></div></div>'
        f'<div class="comment_area">{"".join(f"<p>{c}</p>" for c in _COMMENTS)}</div></div>',
    )


def encyclopedia(article: Article) -> str:
    """A commercial encyclopedia: paragraphs are divs, buttons to edit, lists of fields and of other entries."""
    text = "".join(
        f'<div class="para" data-pid="{i}">{words}</div>' for i, words in enumerate(article.paragraphs)
    )
    return _page(
        f"{article.title}_某某百科",
        f'<div class="header-wrapper"><div class="navbar">{_list()}</div></div><div class="body-wrapper"><div class="content-wrapper"><div class="content">'
        f'<div class="main-content"><dl class="lemmaWgt-lemmaTitle"><dd><h1>{article.title}</h1><a class="edit-lemma">编辑</a></dd></dl>{text}'
        f'<div class="lemma-album"><a href="/pic">图册</a></div></div><div class="side-content"><div class="lemma-stat"><p>浏览次数：一千二百次，编辑次数：十次，历史版本可以查看。</p></div>'
        f'{_list()}</div></div></div></div><div class="footer"><p>有任何意见和建议，请通过意见反馈告诉我们，我们会尽快处理您的请求。</p></div>',
    )


SHAPES: dict[str, Callable[[Article], str]] = {
    f.__name__: f for f in (portal, semantic, blog, wiki, tables, institution, account, encyclopedia)
}  # fmt: skip


def found_in(article: Article, text: str) -> tuple[int, int, list[str]]:
    """How many sentences of `article` are in `text`, how many it has, and the other sentences of `text`."""

    def bare(words: str) -> str:
        return re.sub(r"\s+|\[\d+\]", "", words)

    def cut(words: str) -> list[str]:
        return [
            bare(part) for line in words.split("\n") for part in re.findall(r"[^。！？]+[。！？”]*", line)
        ]

    wanted = [sentence for words in article.paragraphs for sentence in cut(words)]
    given = cut(text)
    whole = "\n".join(given)
    others = [
        sentence
        for sentence in given
        if len(sentence) >= 6
        and not any(sentence in one or one in sentence for one in wanted)
        and bare(article.title) not in sentence
        and not any(word in sentence for word in NEUTRAL)
    ]
    return sum(one in whole for one in wanted), len(wanted), others
