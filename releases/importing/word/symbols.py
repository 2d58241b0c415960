"""Characters of the fonts Symbol and Wingdings, which have numbers of their own, as Unicode."""

SYMBOL = dict(zip(b"abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)) | {
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0x2D: "−", 0xA5: "∞", 0x57: "Ω", 0x44: "Δ",
}  # fmt: skip
WINGDINGS = {
    0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒",
    0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xB7: "•",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", 0x9E: "·", 0xA4: "◉", 0x6D: "○", 0x73: "◆", 0x4A: "☺", 0x46: "☞",
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}


def is_symbols(font: str) -> bool:
    return font.casefold() in FONTS or font.casefold().startswith(("wingdings", "webdings"))


def read(font: str, code: int) -> str:
    """The character that a font of symbols shows; nothing where it is not known."""
    return FONTS.get(font.casefold(), {}).get(code & 0xFF if code >= 0xF000 else code, "")
