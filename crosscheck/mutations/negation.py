"""A negation: 两国签订协定 as 两国未签订协定, in the clause of an agreeing claim."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from crosscheck import lexicon
from crosscheck.context.modality import negated, planned
from crosscheck.model.report import Finding
from crosscheck.model.span import Span
from crosscheck.mutations.interface import Change, Ground, Way

# What stands between the negation and its verb: 未|正式签订.
_BEFORE = "正式|首次|共同|联合|成功|顺利|先后|陆续|公开|全部|曾经|曾|已经|已|被|获"
# A verb after one of these is part of a noun phrase (两国的谈判); one before these is a noun (签字仪式, 访问期间).
_NOT_AFTER = "总的之和与及或等、第各其该此这那每新选再重所能可应须要想拟将"
_NOT_BEFORE = r"的|者|会|案|书|仪式|期间|工作|活动|任务|历史|事业|制度|计划|技术|系统|条例|条约|协定|收入|价|[权率量版船站场室器车机型费额年期展典礼会式法员生]|[、和与及或]|之?[前后]|时(?!任)|以[来前后]"

# Concepts whose words are as often nouns (论文, 票房, 主裁判): denying them makes no sentence.
_NOUNS = frozenset(
    {
        "ally", "anniversary", "attend", "casualty", "cede", "debt", "depth_focus", "donate2", "earn", "electrify",
        "epicenter", "flower", "intensity", "name_species", "patent", "penalty", "quake", "referee", "write_paper",
    }
)  # fmt: skip

# After one of these a verb is wanted, not told, or stands behind its doer (被军警逮捕): 未 would not go there.
_WANTED = re.compile(
    "被|下令|决定|规定|要求|定于|呼吁|号召|帮助|协助|用于|以便|为了|参加|通电|抗议|释放|规模|宣告|开始|予以?|完成|包括|专门"
)


@cache
def _acts() -> tuple[str, ...]:
    """The verbs that can be denied."""
    return tuple(
        row["hans"]
        for row in lexicon.table("concepts")
        if row["class"] == "act"
        and row["concept"] not in _NOUNS
        and len(row["hans"]) == 2
        and "了" not in row["hans"]
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![{_NOT_AFTER}])(?P<before>(?:{_BEFORE})?)(?P<verb>{lexicon.either(_acts())})(?!{_NOT_BEFORE})(?P<done>了?)"
    )


def _plant(ground: Ground, finding: Finding, random: Random) -> Change | None:
    clause = ground.text.clause_at(finding.claim.clean.start)
    words = ground.folded(clause)
    if negated(words) or planned(words) or finding.claim.clean.end > clause.end:
        return None
    inside = [
        f.claim.clean for f in ground.findings if f.kind != "statement" and f.claim.clean.touches(clause)
    ]
    verbs = []
    for match in _verb().finditer(ground.text.folded, clause.start, clause.end):
        span = Span(match.start(), match.end())
        before = ground.text.folded[max(clause.start, match.start() - 2) : match.start()]
        if before in _acts() or _WANTED.search(ground.text.folded, clause.start, match.start()):
            continue
        if match.start() > clause.start and not any(span.touches(other) for other in inside):
            verbs.append(match)
    if not verbs:
        return None
    match = random.choice(verbs)
    span = Span(match.start(), match.end())
    new = f"未{ground.words(Span(match.start(), match.end('verb')))}"
    made = ground.change("negation", finding, (span, new))
    if made is None:
        return None
    return Change(kind=made.kind, findings=made.findings, edits=made.edits, where=(clause,))


CHANGE = Way(name="negation", doc=__doc__ or "", kinds=(), plant=_plant)
