"""Words of Taiwan and the mainland for which Hong Kong has its own.

Only words that no Hong Kong office writes: what is in real use there (影片, 線上, 質量, 視頻, 硬盤, 高鐵)
is not in the table. A word may stand by chance within others (聯網路徑, 四川普遍, 辦公尺寸), so many
carry what may not stand beside them.
"""

import re

# Word, what Hong Kong writes, and patterns of what does not stand before it (“-”: anything may) and after it.
_WORDS = """
軟體 軟件
硬體 硬件
韌體 韌件
網際網路 互聯網
網路 網絡 [聯公鐵線管道電絲漁巴士]|互聯 [線徑面段軌口程由牌障燈邊況]|經過
網咖 網吧
部落格 網誌
人工智慧 人工智能
智慧型 智能
智慧手機 智能手機
智慧電視 智能電視
智慧手錶 智能手錶
智慧財產 知識產權
雷射 激光 [魚水地] [擊出入程]
印表機 打印機
奈米 納米 無
隨身碟 USB手指
行動電話 流動電話
行動支付 流動支付
行動裝置 流動裝置
行動通訊 流動通訊
行動寬頻 流動寬頻
行動應用程式 流動應用程式
行動網路 流動網絡
計程車 的士
公車 巴士 [辦充] [輛主]
電動機車 電動電單車 自
資通訊 資訊及通訊 投
公尺 米 辦 寸
公釐 毫米 辦
大眾運輸 公共交通
便利商店 便利店
量販店 大型超市
房貸 按揭 [住樓購租] 款
保全人員 保安員
保固期 保養期
直排輪 滾軸溜冰
酪梨 牛油果
優格 乳酪 [最]
洋芋片 薯片
高麗菜 椰菜
急診室 急症室
巴金森 柏金遜
諾羅病毒 諾如病毒
茲卡病毒 寨卡病毒
施打疫苗 接種疫苗 [設措實]
國中生 初中生 [中全]
國小生 小學生 [中全]
碩博士生 碩士及博士生
義大利 意大利
紐西蘭 新西蘭
沙烏地阿拉伯 沙特阿拉伯
阿拉伯聯合大公國 阿拉伯聯合酋長國
寮國 老撾
葉門 也門 - 診
克羅埃西亞 克羅地亞
賽普勒斯 塞浦路斯
衣索比亞 埃塞俄比亞
肯亞 肯尼亞 - 洲
坦尚尼亞 坦桑尼亞
奈及利亞 尼日利亞
辛巴威 津巴布韋
尚比亞 贊比亞
盧安達 盧旺達
莫三比克 莫桑比克
索馬利亞 索馬里
賴比瑞亞 利比里亞
模里西斯 毛里求斯
塞席爾 塞舌爾
波札那 博茨瓦納
厄瓜多 厄瓜多爾 - 爾
宏都拉斯 洪都拉斯
瓜地馬拉 危地馬拉
哥斯大黎加 哥斯達黎加
亞塞拜然 阿塞拜疆
馬爾地夫 馬爾代夫
萬那杜 瓦努阿圖
斯洛維尼亞 斯洛文尼亞
波士尼亞 波斯尼亞
蒙特內哥羅 黑山
列支敦斯登 列支敦士登
巴布亞紐幾內亞 巴布亞新畿內亞
舊金山 三藩市
布里斯本 布里斯班
杜塞道夫 杜塞爾多夫
川普 特朗普 四 [通遍洱]
歐巴馬 奧巴馬
澤倫斯基 澤連斯基
馬克宏 馬克龍
梅克爾 默克爾
柴契爾 戴卓爾
柯林頓 克林頓
賈伯斯 喬布斯
祖克柏 朱克伯格
出租車 的士 - [輛位庫房牌]
公交車 巴士 辦
公交站 巴士站 辦
公交線 巴士路線 辦
公交系統 公共交通系統 辦
立交橋 行車天橋 建
優盤 USB手指
U盤 USB手指 [A-Za-z]
鼠標 滑鼠
服務器 伺服器
應用程序 應用程式 [適]
短信 短訊 [簡長] [息號心件]
信息 資訊 [相深確堅自威迷聽通采寫回來去送書私公覆] [率差口素量]
創可貼 膠布
獼猴桃 奇異果
西紅柿 番茄
土豆 薯仔 [本泥黏] [類腐]
酸奶 乳酪
冰激凌 雪糕
高校 大專院校 [提最崇更較甚級日] [長園舍董訓隊友]
"""

# 數位 is “several” before those who are counted (數位科技界人士): only before these is it 數碼 …
_DIGITAL = (
    "化 轉型 轉換 轉變 經濟 平台 平臺 學習 貨幣 人民幣 港元 相機 單眼 內容 典藏 孿生 支付 繳費 付款 交易 身分 身份 憑證 證書 證件 時代 世代 落差 "
    "鴻溝 差距 素養 技能 能力 基建 基礎 架構 錢包 健康 治理 政府 政策 策略 簽署 簽名 簽章 印章 足跡 原生 模型 資產 資料 數據 資訊 科技 技術 世界 "
    "銀行 金融 理財 保險 證券 服務 藝術 渠道 通道 管道 行銷 營銷 市場 廣告 媒體 傳媒 出版 圖書館 檔案 文件 文獻 影像 影音 影片 音樂 音訊 視訊 "
    "電視 廣播 電台 電影 遊戲 動畫 教育 教學 教材 課程 課堂 教室 校園 閱讀 創新 創意 設計 設備 裝置 系統 網絡 網路 信號 訊號 終端 介面 界面 生態 "
    "工廠 製造 產業 產品 商品 工具 商務 商業 貿易 物流 供應鏈 農業 醫療 病歷 營運 業務 遊牧 游牧 攝影 照片 相片 錄影 錄音 印刷 列印 鑰匙 面板 螢幕 "
    "屏幕 看板 顯示 地圖 導覽 門票 票券 優惠券 帳戶 賬戶 帳號 包容 共融 安全 保安 韌性 權益 權利 發展 應用 加密 編碼 解決方案 方案 管理 監管 監察 體驗 "
    "互動 展覽 展示 展廳 博物館 美術館 法規 法案 產權 版權 發票 收據 報表 報告 表格 問卷 看診 診斷 病理 助聽器 電表 儀表 感測 傳感 分析 運算 訊息 "
    "版 電路 晶片 工程 建設 城市 社區 社會 生活 文化 人文 消費 零售 信任 主權 中心 樞紐 走廊 園區 分身 足印 成熟度 戰略 計劃 項目 溝通 協作 辦公"
)
# … unless somebody is counted after all, in the same run of words: 數位銀行家, 數位系統工程師, 數位文化機構負責人.
_SOMEBODY = (
    "[員者師友]|長(?![遠期者久處線])|[人](?![民文工才類口手臉機])|(?<!國)家(?![庭居電])|士(?!多)|手(?![機冊術段續])|生(?![態活產命物意成])|"
    "商(?![業務品店場貿標])|官(?!方)|界|主[任管席持]|經理|代[理表]|總監|總裁|導演|顧問|領[袖導]|冠軍|教授|司機|[義員職]工|嘉賓|評判|同[事學]|大使|助理|"
    "秘書|高[層管]|得主|巨匠|名宿|前輩|新秀|[明歌球]星|青年|少年|市民|居民|負責"
)
_COUNTED = (
    f"(?:(?![的了在於與和及將會已可由以為是或等並而])[㐀-䶿一-鿿]){{0,9}}?(?:{_SOMEBODY})"
    "|級|知名|各|頂尖|公司|企業|機構|初創|多於|逾|超"
)


def _table():
    words = {}
    patterns = []
    for row in _WORDS.strip().split("\n"):
        word, written, *beside = row.split(" ")
        before = "".join(
            f"(?<!{one})" for one in "".join(beside[:1]).split("|") if one not in ("", "-")
        )
        after = f"(?!{beside[1]})" if len(beside) > 1 else ""
        words[word] = written
        patterns.append((word, f"{before}{word}{after}"))
    words["數位"] = "數碼"
    patterns.append(
        ("數位", rf"(?<![小多少十百千萬])數位(?=(?:{'|'.join(_DIGITAL.split())})(?!{_COUNTED}))")
    )
    words["畫素"] = "像素"
    patterns.append(("畫素", r"(?<=[萬億高低百千\d])畫素"))
    patterns.sort(key=lambda pattern: -len(pattern[0]))
    first = "".join(sorted({word[0] for word in words}))  # so that most places are passed at once
    return words, re.compile(f"(?=[{first}])(?:{'|'.join(one for _word, one in patterns)})")


_FORMS, _PATTERN = _table()

# A title, or a name or a term in quotation marks: what somebody says is longer or has its own marks.
_NAMED = re.compile(r"《[^《》\n]*》|〈[^〈〉\n]*〉|[「『“][^「」『』“”，。；！？\n]{1,14}[」』”]")
# The name of a body or an event goes on in one run until its kind is said.
_NAME_GOES_ON = re.compile(
    r"[㐀-䶿一-鿿]{0,10}?(?:有限公司|股份|學會|協會|公會|商會|聯盟|基金會|研究院|研究所(?!需)|學院|大學|委員會|"
    r"條例|辦法|發展部|產業署|獎(?![勵金學項賞])|大賽|錦標賽|博覽會|論壇|峰會|高峰會)"
)
# 信息 is also a message: “帶出信息”, “清晰的信息”.
_MESSAGE = re.compile(
    r"帶出|帶來|傳遞|傳達|傳送|發出|發放|釋放|釋出|表達|宣揚|宣傳|清晰|明確|正面|強烈|鼓舞|核心|關鍵|重要|祝賀|"
    r"鼓勵|希望|關愛|環保|背後|一個|這個|錯誤|積極|福音|和平"
)
# The institutions of the mainland and of Japan call themselves 高校.
_ELSEWHERE = re.compile(
    "內地|中國|大灣區|全國|國內|北京|上海|廣東|廣州|深圳|兩地|日本|省|台灣|臺灣"
)


def regional_words(text: str, names: list[str]) -> list[tuple[int, int, str]]:
    """Return where such words stand in a text, and what Hong Kong writes. ``names`` are left alone."""
    found = [(*match.span(), _FORMS[match[0]]) for match in _PATTERN.finditer(text)]
    if not found:
        return []
    kept = [match.span() for match in _NAMED.finditer(text)]
    for name in names:
        if _PATTERN.search(name):
            kept += [match.span() for match in re.finditer(re.escape(name), text)]
    return [
        (start, end, written)
        for start, end, written in found
        if not any(first <= start < last for first, last in kept)
        and not _NAME_GOES_ON.match(text, end)
        and not _is_at_home(text, start, end)
    ]


def _is_at_home(text, start, end):
    """Whether a word with two meanings has the one that Hong Kong writes so as well."""
    word = text[start:end]
    before = re.split("[，。；！？\n]", text[max(0, start - 40) : start])[-1]
    if word == "信息":
        return bool(_MESSAGE.search(before[-12:]))
    if word == "高校":
        return bool(_ELSEWHERE.search(text[max(0, start - 40) : end + 20]))
    return False
