"""Sums of money for reading: in groups of three, and in the characters that cannot be altered."""

from __future__ import annotations

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")


def thousands(amount: str) -> str:
    """`12345.6` as `12,345.6`: what is typed stays as it was typed."""
    whole, point, cents = amount.partition(".")
    return f"{int(whole):,}{point}{cents}" if whole else amount


def capitals(amount: str) -> str:
    """`4504.05` as it stands on cheques (the rules for bills and settlement): 肆仟伍佰零肆元零伍分."""
    whole, _, cents = amount.partition(".")
    tenth, hundredth = (int(digit) for digit in f"{cents:0<2}")
    yuan = f"{_whole(int(whole or 0))}元" if int(whole or 0) or not (tenth or hundredth) else ""
    if not tenth and not hundredth:
        return f"{yuan}整"
    part = f"{DIGITS[tenth]}角" if tenth else DIGITS[0] if yuan else ""
    return yuan + part + (f"{DIGITS[hundredth]}分" if hundredth else "整")


def _whole(number: int) -> str:
    """A whole number below a hundred million."""
    if number == 0:
        return DIGITS[0]
    high, low = divmod(number, 10_000)
    upper = f"{_below(high)}万" if high else ""
    gap = DIGITS[0] if high and 0 < low < 1_000 else ""
    return upper + gap + _below(low)


def _below(number: int) -> str:
    """A number below ten thousand; a run of zeros inside is said once."""
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            said += (DIGITS[0] if gap and said else "") + DIGITS[digit] + PLACES[place]
        gap = not digit
    return said
