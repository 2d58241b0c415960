"""Words and marks that stand twice by slip, as against those that are doubled in good Chinese and English."""

import re

# Particles that are never doubled, and what makes two words of them: 目的|的, 的|的士; 是|是次; 和|和諧.
_PARTICLES = """
的 [目標鵠] [確士]
了 不 [解斷結卻然無事不此得賬帳分]
是 - [非否次項日屆季年晚夜役]
和 [共飽溫緩柔平祥親總調附媾講議謙] [諧平解睦善約氣田黃煦暖風美緩衷]
及 [普涉顧推觸波埃累遍論提企] [時早格至第笄]
與 [參給付賦授贈] [會者眾]
在 [存現所實正內潛自好健外旨] [職場學校位座囚野此於線]
於 - -
並 - [非不無]
而 反 [且家已]
但 不 [願求是凡]
從 [服順聽跟隨] [事業政軍屬容前來此未小中]
由 [自理緣因] [於此來衷]
被 [棉蓋] [告動褥套單子鋪]
或 - [許者然是]
將 [即大] [軍來領近至士會]
向 [方志導傾動取意面轉定一走風去] [來上下前後日度量心]
我 自 [們國方司]
他 - [們人日]
她 - 們
也 - 許
因 [原起成病誘基] [此為素果應由]
此 [因彼如至從據對為就] [外次時類刻後舉項等]
其 [尤耳極何與土] [他中後餘實次間所時樂它數]
才 [人天英奇剛口] [能華可俊幹]
已 - [經故知]
很 - -
把 [一] -
都 [首成京古帝花國港全帝] [會市城府靈]
亦 - -
仍 - -
又 - -
皆 - -
且 - -
則 [原法規守準細通] -
均 [平人戶年月日] [勻等衡可]
還 [歸償交退送奉發生返] [原款清給債錢]
就 [成造遷高屈] [業讀診任職學算緒地近座此]
該 [應活] -
這 - -
們 - -
以 [可所予得足難加何用賴給借] [色往下上來便前後內外免求致至太軍巴]
為 [作行因成認以稱較更頗極最稍改定視名題譽人無有所淪轉化列變當標的] [何期此人止主了什甚免民老長學你您生奴所數市居兒青少社病員客香本]
對 [一針面相反應絕配核不校比成] [方象聯手外應比立子岸策面稱話撞衝準講]
更 [變三五半] [新換改生衣正迭名]
令 [命指禁法口號政時夏冬條律勒下發司手將] [人牌箭]
獲 [捕查截拿擒漁榮收破] -
着 [執衣穿沉] [手重力陸眼想急裝火落數]
讓 [轉禮割] -
使 [大即天特公] [用者命節館得]
"""


def _words(text):
    return frozenset(text.split())


def _particles():
    patterns = []
    for row in _PARTICLES.strip().split("\n"):
        word, before, after = row.split(" ")
        behind = f"(?<!{before})" if before != "-" else ""
        ahead = f"(?!{after})" if after != "-" else ""
        # Not three in a row: that is no slip of one key.
        patterns.append(f"{behind}(?<!{word}){word}{word}(?!{word}){ahead}")
    return re.compile("|".join(patterns))


_PARTICLE = _particles()
# Verbs that end one word and begin the next (商會|會長, 沒有|有關) are doubled by slip behind an adverb only.
_AUXILIARY = re.compile(
    "或以以[上下]|(?<=[，。；：「])為為期|(?<=[們他她你您我方者員])會會(?![同員長議所場址務徽章考計刊費籍見晤合面話談友慶旗堂])|"
    "(?<=[亦也都將便就更還均仍又並必])"
    "(?:會會(?![同員長議所場址務徽章考計刊費籍見晤合面話談友慶旗堂])|可可(?![持豆粉脂樹香西亞果製飲農園])|"
    "要要(?![求點塞員害聞素件職訣])|能能(?![力量源見])|應應(?![用對付變徵屆邀聘])|須須|需需(?![要求])|"
    "有有(?![關效利限機意心志興趣害助望價色能識形名些別損毒])|是是(?![否非次項日屆])|不不)"
)
_TWICE = re.compile(r"([㐀-䶿一-鿿]{2,4})\1")
_MARK = re.compile(r"([，。、；：])\1+")

# Doubled in good Chinese: degrees, greetings, sounds …
_DOUBLED = _words(
    "非常 十分 很多 許多 好多 更多 永遠 真的 特別 加油 恭喜 多謝 感謝 謝謝 辛苦 歡迎 快樂 努力 不要 不用 可以 可能 等等 哈囉 "
    "慢慢 漸漸 常常 天天 人人 重重 層層 步步 處處 時時 刻刻 生生 世世"
)
# … and what somebody does for a little while, at the end of a clause or where one is asked to.
_DONE_A_LITTLE = _words(
    "研究 討論 考慮 商量 休息 打聽 活動 收拾 整理 介紹 參觀 學習 了解 認識 體驗 嘗試 溝通 交流 放鬆 輕鬆 熱鬧 高興 開心 教訓 觀察 "
    "參考 檢查 分析 比較 打扮 琢磨 練習 鍛煉 感受 慶祝 享受 評估 思考 反省 反思 調整 調節 準備 聯絡 聯繫 照顧 關心 欣賞 意思 檢討 "
    "打理 打掃 運動 散步 走動 見識 商討 請教 改善 合計 表示 鼓勵 支持"
)
_ENDS = re.compile(r"[，。！？；、：」』）…\s]|\Z|[再才後看吧了呢啦嘛]|一下")
_ASKED = re.compile(
    "(?:[要想來去先再多請可需應]|可以|好好|大家|一起|共同|不妨|需要|一同|互相|我們|你們)\\Z"
)
_MEASURED = re.compile("[一二兩三四五六七八九十百千逐每幾半某這那]")
_NUMERALS = set("零〇一二三四五六七八九十百千萬億兩")
# The second of two words begins a longer one: 保護|保護區, 大學|大學生.
_GOES_ON = re.compile(
    "[者員師家性化權法率量度力界堂站商社院所區學議文語族島市州河湖灣機器具件鍵訊]|生(?![產物態活命效])|業(?!務)"
)
# Behind what somebody does: 發展|發展中國家, 支援|支援中心, 設定|設定訊息.
_DONE = _words(
    "發展 培訓 支援 保護 評估 推動 管理 投資 設計 教育 服務 資助 監察 研發 生產 運輸 訓練 輔導 檢測 測試 建設 改革 設定 使用 "
    "應用 開發 治療 護理 宣傳 推廣 製作 製造 維修 維護 處理 回收 保育 保安 監管 規劃 營運 經營 申請 登記 出版 演出 展覽 "
)
_GOES_ON_AFTER_DEED = re.compile(
    "[中人部署局處會館室品費金型類期式表書版制]|計劃|方案|機構|公司|工作|項目|制度|系統|團隊|對象|方法|結果|策略|能力|政策"
)
# Kinds of bodies, and who works there: 海角集團|集團主席, 有限公司|公司秘書.
_BODIES = _words(
    "集團 公司 大學 銀行 學院 學會 協會 商會 基金 醫院 中心 議會 公會 委員會 基金會 研究院"
)
_ITS_PEOPLE = re.compile(
    "秘書|主席|行政|總|經理|副|執行|財務|首席|董事|管理|代表|顧問|辦公|服務|院長|校長|會長|主任|成員|會員"
)


def repeated_in_chinese(text: str) -> list[tuple[int, int]]:
    """Return the spans of particles, words and marks that stand twice by slip (的的, 合作合作, ，，)."""
    alone = (_PARTICLE, _AUXILIARY, _MARK)
    found = list({match.span() for pattern in alone for match in pattern.finditer(text)})
    found += [match.span() for match in _TWICE.finditer(text) if not _is_meant(match, text)]
    return sorted(found)


def _is_meant(match, text):
    word, end = match[1], match.end()
    return (
        word in _DOUBLED
        or (word in _DONE_A_LITTLE and _is_for_a_while(match, text))
        or len(set(word)) == 1
        or bool(_MEASURED.match(word))
        or set(word) <= _NUMERALS
        or (len(word) == 2 and bool(_GOES_ON.match(text, end)))
        or (word in _DONE and bool(_GOES_ON_AFTER_DEED.match(text, end)))
        or (word in _BODIES and bool(_ITS_PEOPLE.match(text, end)))
        # 海角大學大學）: a bracket is missing, which is another mistake.
        or (text[end : end + 1] == "）" and text.count("（") != text.count("）"))
        or (
            text[match.start() - 1 : match.start()] == "（" and text.count("（") != text.count("）")
        )
    )


def _is_for_a_while(match, text):
    before = text[max(0, match.start() - 2) : match.start()]
    return bool(_ENDS.match(text, match.end()) or _ASKED.search(before))


_WORD_TWICE = re.compile(
    r"(?<![\w’'&@/.-])(?P<first>[A-Za-z]+(?:[’'][a-z]+)?)[ \u00a0]+(?P<second>(?i:(?P=first)))(?![\w’'&@/-]|\.\w)"
)
_PHRASE_TWICE = re.compile(
    r"(?i)\b((?:of|in|on|at|to|for|by|with|from|and|as) (?:the|a|an|its|our|their)) \1\b"
)
# In good use twice: pluperfects, that of a clause and that of a noun, emphasis, sounds, counted words.
_MEANT_TWICE = _words(
    "had that very so many more much long far big really no yes ha bye go well now there hear please her you "
    "do can win step blah night test knock tut dum cha tuk one two three four five six seven "
    "eight nine ten twenty thirty hundred thousand million"
)
_SMALL = _words(
    "the a an in on at of to for with and or but we our their its this these it they as by from are was were be "
    "been has have which who not if than into"
)
# “signed in in person”, “switched on on Monday”: the first belongs to the verb.
_WITH_VERB = re.compile(
    r"(?i)\b(?:log|logg\w+|sign\w*|check\w*|mov\w+|settl\w+|kick\w*|phas\w+|stepp?\w*|br[io]\w+|t[ao]k\w+|liv\w+|join\w*"
    r"|dropp?\w*|opt\w*|plug\w*|built|tun\w+|cash\w*|usher\w*|c[ao]m\w+|go|goes|going|went|carr\w+|switch\w*|turn\w*|held|"
    r"hold\w*|put\w*|pass\w*|later|early|so|hand\w*|set|work\w*|stand\w*|stood|step|check|check-in|look\w*|car\w+|ask\w*)"
    r"[ \u00a0]\Z"
)
_PARTICLE_OF_VERB = {"in", "on"}
# “The people’s will will be done.”
_NOUN = re.compile(
    r"(?i)(?:\b(?:the|a|his|her|their|our|its|my|your|free|last|own|good|ill|strong|political|living|iron|public)|[’']s?)[ \u00a0]\Z"
)
# “What it is is a start.”
_CLAUSE_OF_BEING = re.compile(
    r"(?i)\b(?:what|who|where|how|why|all|thing|problem|point|truth|fact)\b[^.!?]*\Z"
)


def repeated_in_english(text: str) -> list[tuple[int, int]]:
    """Return the spans of words that stand twice by slip (the the, of the of the).

    Left alone: names (Duran Duran), emphasis, words that are good grammar twice (had had).
    """
    found = [match.span() for match in _PHRASE_TWICE.finditer(text)]
    found += [match.span() for match in _WORD_TWICE.finditer(text) if not _is_good(match, text)]
    return sorted(found)


def _is_good(match, text):
    first, second = match["first"], match["second"]
    word = first.lower()
    if word in _MEANT_TWICE or (len(word) == 1 and first != "a"):
        return True
    if word == "is":
        return bool(_CLAUSE_OF_BEING.search(text[max(0, match.start() - 60) : match.start()]))
    if word == "will" and _NOUN.search(text[max(0, match.start() - 20) : match.start()]):
        return True
    if word in _PARTICLE_OF_VERB:
        before = text[max(0, match.start() - 20) : match.start()]
        return first != second or bool(_WITH_VERB.search(before))
    if first.islower() and second.islower():
        return False
    # A name, or the beginning of a sentence: “The the”.
    return not (word in _SMALL and second.islower())
