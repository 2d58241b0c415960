"""PDF files that were made to harm, or that nobody should choose: built here, byte by byte.

``REFUSED``, ``READ`` and ``HEAVY`` say what must come of each.
"""

import hashlib
import zlib

LEAD = "Park opens on the harbour and everybody is welcome to walk along the shore."


def build(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of objects, numbered from 1; the first is the catalog."""
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = b"/Size %d /Root 1 0 R " % (len(objects) + 1)
    return data + b"trailer\n<< %s%s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def deflated(data: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), entries + b" /Filter /FlateDecode")


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def one_page(
    content: bytes,
    *,
    catalog: bytes = b"",
    page: bytes = b"",
    resources: bytes = b"",
    more: tuple[bytes, ...] = (),
    trailer: bytes = b"",
) -> bytes:
    """A page of 595 by 842 points with its content; further objects are numbered from 6."""
    return build(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s"
            b"/Resources << /Font << /F 5 0 R >> %s >> >>" % (page, resources),
            content if content.startswith(b"<<") else stream(content),
            FONT,
            *more,
        ],
        trailer,
    )


def text(words: str, y: int = 700, size: int = 12) -> bytes:
    return b"BT /F %d Tf 72 %d Td (%s) Tj ET\n" % (size, y, words.encode("cp1252"))


def pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    return build(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            stream(text(LEAD)),
            FONT,
            *[page] * count,
        ]
    )


# Encryption with RC4 and 40 bits (ISO 32000-1, 7.6.3): enough to lock a file.
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted(user: bytes) -> bytes:
    """A file that opens with the user's password only; with an empty one for everybody."""
    identity = b"0123456789abcdef"
    owner = rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], (user + PADDING)[:32])
    rights = (0xFFFFFFFC).to_bytes(4, "little")
    key = hashlib.md5((user + PADDING)[:32] + owner + rights + identity).digest()[:5]
    content_key = hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10]
    lock = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
        owner.hex().encode(),
        rc4(key, PADDING).hex().encode(),
    )
    return one_page(
        stream(rc4(content_key, text(LEAD))),
        more=(lock,),
        trailer=b"/Encrypt 6 0 R /ID [<%s> <%s>]" % ((identity.hex().encode(),) * 2),
    )


def password_needed() -> bytes:
    return encrypted(b"secret")


def owner_password_only() -> bytes:
    return encrypted(b"")


def empty() -> bytes:
    return b"%PDF-1.7\n"


def truncated() -> bytes:
    whole = one_page(text(LEAD))
    return whole[: len(whole) // 3]


def without_xref() -> bytes:
    whole = one_page(text(LEAD))
    return whole[: whole.index(b"xref\n0")] + whole[whole.index(b"trailer") :]


def xref_that_points_elsewhere() -> bytes:
    return one_page(text(LEAD)).replace(b"startxref\n", b"startxref\n9")


def renamed() -> bytes:
    return b"%PDF-1.7\nMZ\x90\0\3\0\0\0" + bytes(range(256)) * 8


def five_hundred_pages() -> bytes:
    return pages(500)


def pages_that_hold_themselves() -> bytes:
    return build(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]
    )


def count_of_a_billion_pages() -> bytes:
    return one_page(text(LEAD)).replace(b"/Count 1 ", b"/Count 1000000000 ")


def million_characters() -> bytes:
    rows = b"".join(text("x" * 1000, 10 + n % 800, 1) for n in range(1000))
    return one_page(deflated(rows))


def scan() -> bytes:
    image = deflated(
        b"\x80" * (600 * 800),
        b"/Type /XObject /Subtype /Image /Width 600 /Height 800 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    return one_page(
        b"q 595 0 0 842 0 0 cm /I Do Q", resources=b"/XObject << /I 6 0 R >>", more=(image,)
    )


def letters_without_names() -> bytes:
    """A font whose characters stand in the private area: what they print, nobody can say."""
    names = b"beginbfrange <41> <7a> <e041> endbfrange"
    cmap = stream(
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 " + names + b" endcmap"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>"
    return one_page(
        text(LEAD).replace(b"/F ", b"/G "),
        resources=b"/Font << /G 6 0 R >>",
        more=(font, cmap),
    ).replace(b"/Font << /F 5 0 R >> ", b"")


def image_of_a_million_pixels_a_side() -> bytes:
    image = deflated(
        b"\0" * 100_000,
        b"/Type /XObject /Subtype /Image /Width 1000000 /Height 1000000 /ColorSpace /DeviceRGB /BitsPerComponent 8",
    )
    return one_page(
        text(LEAD) + b"q 300 0 0 300 72 300 cm /I Do Q",
        resources=b"/XObject << /I 6 0 R >>",
        more=(image,),
    )


def bomb_in_the_content() -> bytes:
    zeros = zlib.compress(b" " * 200_000_000, 9)
    return one_page(
        stream(zlib.compress(zeros, 9), b"/Filter [/FlateDecode /FlateDecode]"),
    )


def bomb_in_an_image() -> bytes:
    image = deflated(
        b"\0" * 150_000_000,
        b"/Type /XObject /Subtype /Image /Width 7000 /Height 7000 /ColorSpace /DeviceRGB /BitsPerComponent 8",
    )
    return one_page(
        text(LEAD) + b"q 300 0 0 300 72 300 cm /I Do Q",
        resources=b"/XObject << /I 6 0 R >>",
        more=(image,),
    )


def forms_in_forms() -> bytes:
    """Forty forms, each of which draws the next one twice."""
    forms = []
    for number in range(6, 46):
        content = b"/N Do /N Do" if number < 45 else text(LEAD)
        forms.append(
            stream(
                content,
                b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
                b"/Resources << /Font << /F 5 0 R >> /XObject << /N %d 0 R >> >>"
                % min(number + 1, 45),
            )
        )
    return one_page(text(LEAD) + b"/N Do", resources=b"/XObject << /N 6 0 R >>", more=tuple(forms))


def form_that_draws_itself() -> bytes:
    form = stream(
        b"/N Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /N 6 0 R >> >>",
    )
    return one_page(text(LEAD) + b"/N Do", resources=b"/XObject << /N 6 0 R >>", more=(form,))


def ten_thousand_lines() -> bytes:
    rules = b"".join(
        b"0 %d m 595 %d l S %d 0 m %d 842 l S\n" % (n % 842, n % 842, n % 595, n % 595)
        for n in range(0, 10_000)
    )
    return one_page(deflated(text(LEAD) + rules))


def letters_all_over_the_page() -> bytes:
    """Letters all over the page, so that everything may be a column."""
    return one_page(
        deflated(
            b"".join(
                b"BT /F 1 Tf %d %d Td (ab) Tj ET\n" % (n * 37 % 590, n * 53 % 840)
                for n in range(20_000)
            )
        )
    )


def scripts_and_attachments() -> bytes:
    return one_page(
        text(LEAD),
        catalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC 7 0 R >> "
        b"/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>",
        page=b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] "
        b"/A << /S /Launch /F (calc.exe) >> >>] ",
        more=(
            b"<< /Type /Filespec /F (a.exe) >>",
            b"<< /S /JavaScript /JS (app.launchURL\\('http://evil.example'\\)) >>",
        ),
    )


def link_to_a_script() -> bytes:
    return one_page(
        text(LEAD),
        page=b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] "
        b"/A << /S /URI /URI (javascript:alert\\(1\\)) >> >>] ",
    )


# The builder, and what the message says.
REFUSED = [
    (password_needed, "password"),
    (empty, "damaged"),
    (truncated, "damaged"),
    (renamed, "damaged"),
    (five_hundred_pages, "500 pages"),
    (pages_that_hold_themselves, "no text"),
    (million_characters, "longer than any release"),
    (scan, "recognition"),
    (letters_without_names, "fonts do not say"),
]
READ = [
    owner_password_only,
    without_xref,
    xref_that_points_elsewhere,
    count_of_a_billion_pages,
    image_of_a_million_pixels_a_side,
    form_that_draws_itself,
    ten_thousand_lines,
    scripts_and_attachments,
    link_to_a_script,
]
# What takes long or much, for the process that is bounded; the message is empty where it is read.
HEAVY = [
    (forms_in_forms, "stopped"),
    (bomb_in_the_content, "no text|more memory"),
    (bomb_in_an_image, ""),
    (letters_all_over_the_page, ""),
]
