"""Draws how often options at each score are right, as SVG."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.align.model import QUESTIONS, Question

# The question of an option, its score, and whether it is right.
Point = tuple[Question, float, float]
_COLOURS = {"support": "#1a6b3c", "conflict": "#b42318"}
_SIDE = 360
_FEWEST = 3


def picture(points: Sequence[Point]) -> str:
    """Score against share that is right, by tenths; the larger a dot, the more options."""
    side = _SIDE
    marks = [
        f'<line x1="40" y1="{side}" x2="{side}" y2="40" stroke="#aaa" stroke-dasharray="4 4"/>',
        f'<rect x="40" y="40" width="{side - 40}" height="{side - 40}" fill="none" stroke="#666"/>',
        f'<text x="{side / 2}" y="{side + 32}" font-size="13">score</text>',
        '<text x="6" y="30" font-size="13">share that is right</text>',
    ]
    for row, question in enumerate(QUESTIONS):
        mine = [(score, right) for asked, score, right in points if asked == question]
        marks += (dot for tenth in range(10) for dot in _dot(question, tenth, mine))
        marks.append(
            f'<text x="52" y="{62 + 18 * row}" font-size="13" fill="{_COLOURS[question]}">{question}</text>'
        )
    body = "\n".join(marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 20} {side + 40}" font-family="sans-serif">\n'
        f"{body}\n</svg>\n"
    )


def _dot(question: Question, tenth: int, points: Sequence[tuple[float, float]]) -> list[str]:
    inside = [right for score, right in points if tenth <= min(score * 10, 9.99) < tenth + 1]
    if len(inside) < _FEWEST:
        return []
    x = 40 + (tenth + 0.5) / 10 * (_SIDE - 40)
    y = _SIDE - sum(inside) / len(inside) * (_SIDE - 40)
    size = 3 + min(9.0, len(inside) ** 0.5 / 2)
    title = f"<title>{question} {tenth / 10:.1f}: {len(inside)} options</title>"
    return [
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" fill="{_COLOURS[question]}" fill-opacity="0.75">{title}</circle>'
    ]
