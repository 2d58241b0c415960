"""What is pasted into the release form: text of Word and Google Docs keeps what a paragraph may hold."""

import pytest

from releases.document import compose, schema

from ..factories import draft
from .test_browser import EXPECTED, change, save

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OFFICE = '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>'
STYLES = "<style><!-- p.MsoNormal {font-family:Calibri; color:red} @list l0 {mso-list-id:1} --></style></head><body lang=EN-GB>"

WORD_ENGLISH = f"""{OFFICE}<meta charset="utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->{STYLES}
<!--StartFragment-->
<h1 style='mso-list:none'>A step for the harbour</h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span lang=EN-GB
style='font-size:14.0pt;color:#C00000'>HONG KONG</span></b><span lang=EN-GB> – The park and
its&nbsp;partner <i>sign</i> <del cite="mailto:May" datetime="2026-05-04">two</del><ins>one</ins> memorandum,
see <a href="https://www.cape.example/deal"><span style='color:blue'>the deal</span></a>
and <a href="#_ftn1">a note</a>.<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[MC1]</a></span><o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>First point</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Below it</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]><b>Second</b> point</p>
<table class=MsoTableGrid border=1><tr><td width=100>Rooms</td><td><p class=MsoNormal>Forty</p></td></tr></table>
<p class=MsoNormal><img width=100 src="file:///C:/Temp/clip_image001.png"></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is this right?</p></div></div>
<!--EndFragment--></body></html>"""

WORD_CHINESE = f"""{OFFICE}<meta charset="utf-8">{STYLES}
<p class=MsoNormal><b><span lang=ZH-TW style='font-family:"新細明體",serif'>香港</span></b><span lang=ZH-TW
style='font-family:"新細明體",serif'>──海角創新園今日宣布，與北極星生物簽署合
作備忘錄，推動</span><span lang=ZH-TW>生物科
技</span><span lang=EN-US>AI</span><span lang=ZH-TW>發展。</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>一、<span>&nbsp;</span></span></span><![endif]><span lang=ZH-TW>第一點</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>二、</span><![endif]>第二點</p></body></html>"""

GOOGLE_DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e">
<p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;">Plain and </span><span
style="font-weight:700;font-style:normal;">bold</span><span style="font-weight:400;">, H</span><span
style="font-size:0.6em;vertical-align:sub;">2</span><span style="font-weight:400;">O</span></p><br>
<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr"
role="presentation"><span style="font-weight:400;">An item</span></p></li></ul></b><br class="Apple-interchange-newline">"""


def paste(page, selector, html, text=""):
    page.locator(selector).first.click()
    page.evaluate(
        """([selector, html, text]) => {
            const data = new DataTransfer()
            if (html) data.setData("text/html", html)
            data.setData("text/plain", text)
            document.querySelector(selector).dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
        }""",
        [selector, html, text],
    )


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            WORD_ENGLISH,
            "<p>A step for the harbour</p>"
            "<p><strong>HONG KONG</strong> – The park and its partner <em>sign</em> one memorandum, see "
            '<a href="https://www.cape.example/deal">the deal</a> and a note.</p>'
            "<ul><li><p>First point</p><ol><li><p>Below it</p></li></ol></li>"
            "<li><p><strong>Second</strong> point</p></li></ul>"
            "<p>Rooms</p><p>Forty</p>",
        ),
        (
            WORD_CHINESE,
            "<p><strong>香港</strong>──海角創新園今日宣布，與北極星生物簽署合作備忘錄，推動生物科技AI發展。</p>"
            "<ol><li><p>第一點</p></li><li><p>第二點</p></li></ol>",
        ),
        (
            GOOGLE_DOCS,
            "<p>Plain and <strong>bold</strong>, H<sub>2</sub>O</p><ul><li><p>An item</p></li></ul>",
        ),
    ],
    ids=["word-en", "word-zh", "google-docs"],
)
def test_rich_text_keeps_paragraphs_bold_links_and_lists_alone(open_page, html, kept):
    release = draft(body=[schema.TextBlock(key="p1")])
    page = open_page(change(release))
    page.wait_for_selector(".order-machine .ProseMirror")

    paste(page, "#releases_text_set-0 .ProseMirror", html)
    save(page)

    [text] = compose(release).body
    # How a list is numbered is the editor's own to say.
    assert text.html["zh-hant"].replace(' data-type="decimal"', "") == kept
    assert [text for text in page.complaints if not text.startswith(EXPECTED)] == []


def test_plain_text_with_line_ends_becomes_paragraphs(open_page):
    release = draft(body=[schema.TextBlock(key="p1")])
    page = open_page(change(release))
    page.wait_for_selector(".order-machine .ProseMirror")

    paste(page, "#releases_text_set-0 .ProseMirror", "", "第一段\r\n第二段")
    save(page)

    assert compose(release).body[0].html["zh-hant"] == "<p>第一段</p><p>第二段</p>"


def test_a_plain_field_takes_the_words_with_their_line_ends(open_page):
    """As a browser pastes, from a real clipboard."""
    release = draft()
    page = open_page(change(release))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """(html) => navigator.clipboard.write([new ClipboardItem({
            "text/html": new Blob([html], { type: "text/html" }),
            "text/plain": new Blob(["First line\\nSecond line"], { type: "text/plain" }),
        })])""",
        WORD_ENGLISH,
    )

    page.fill("#id_keypoint_set-0-text_en", "")
    page.locator("#id_keypoint_set-0-text_en").press("Control+v")

    assert page.input_value("#id_keypoint_set-0-text_en") == "First line\nSecond line"
