"""The vocabulary of roles, organisations, names and attribution, in Chinese and English.

Source of the lists: what stands in releases from Hong Kong, the mainland, the wires and the UK.
Where a list holds compounds, the longest stands first, for regular expressions take the first.
"""

import re

from ..shapes import HAN


def listed(text: str) -> list[str]:
    return text.split()


# Chinese

HONORIFICS_ZH = listed(
    """
    先生 女士 小姐 太太 夫人 博士 教授 議員 议员 院士 工程師 工程师 測量師 醫生 医生 大律師 律師 律师 爵士 醫師 医师 测量师 大律师 法官 大使 姑娘 師傅 师傅
    牧師 牧师 神父 修女
    """
)
POST_NOMINALS_ZH = r"(?:[，,]?\s*(?:太平紳士|(?:GBM|GBS|SBS|BBS|MH|JP|CBE|OBE|MBE)(?![A-Za-z])))+"

TITLES_ZH = listed(
    """
    常任秘書長 常任秘书长 副秘書長 政務司司長 財政司司長 律政司司長 行政長官 行政总裁 行政總裁 首席執行官 首席执行官 首席財務官 首席技術官 首席科學家 總幹事 总干事
    總經理 总经理 總監 总监 總裁 总裁 副總裁 執行官 执行官 董事長 董事长 理事長 理事长 秘書長 秘书长 主席 會長 会长 司長 司长 局長 局长 署長 署长 處長 处长
    部長 部长 校長 校长 院長 院长 所長 所长 館長 馆长 行長 行长 組長 组长 科長 科长 團長 團隊主管 社長 社长 市長 市长 省長 省长 書記 书记 區長 主任 專員
    专员 董事 經理 经理 主管 主編 負責人 负责人 發言人 发言人 代表 創辦人 创办人 創始人 创始人 共同創辦人 合夥人 合伙人 顧問 顾问 委員 委员 幹事 干事 秘書
    秘书 教授 講師 讲师 研究員 研究员 科學家 科学家 教練 學生 校董 司庫 理事 監事 首席代表 總領事 大使 領事 部門主管 議員 议员 教務長 協理 專家 专家 工程師
    设计师 設計師 總工程師 总工程师 工程师 统筹 統籌 召集人 副校長 協理副校長 監督 总长 總長 牧師 牧师 神父 修女 師長 講座教授 策展人 導演 主理人 營運官 运营官 財務官 技術官 官
    行政總廚 總廚 公司秘書 公司秘书 系主任 作者 博士生 碩士生 硕士生 研究生 本科生 博士後 博士后 總編輯 总编辑 編輯 编辑 研究助理 研究助理教授 院士 店主 東主 店長 店长 業主 廠長 厂长 船長 船长
    顧問醫生 顾问医生 主診醫生 主治医生 主治醫生 專科醫生 专科医生 隊長 队长 領隊 领队 教師 教师 老師 老师 導師 导师 護士長 护士长 護士 护士 藥劑師 药剂师 治療師 治疗师 營養師 营养师 社工 會計師 会计师 建築師 建筑师
    藝術家 艺术家 規劃師 规划师 分析師 分析师 精算師 精算师 學者 学者 議長 议长 部員 主委 常委 園長 园长 站長 站长 督導 督导
    副秘书长 政务司司长 财政司司长 律政司司长 行政长官 首席财务官 首席技术官 首席科学家 副总裁 团长 团队主管 区长 主编 共同创办人 教练 学生
    司库 监事 总领事 领事 部门主管 教务长 协理 副校长 监督 师长 讲座教授 导演 营运官 财务官 技术官 行政总厨 总厨 东主 业主 主诊医生 部员
    """
)
MODIFIERS_ZH = listed(
    """
    署理 候任 前任 時任 名譽 榮譽 荣誉 聯席 联席 聯合 联合 共同 常務 常务 執行 执行 非執行 獨立 首席 高級 高级 資深 资深 助理 副 總 主任 創會 创会 集團
    集团 全球 國際 国际 亞太區 亞太 亚太区 亚太 大中華區 大中华区 大中華 北亞洲 東南亞 亞洲 亚洲 歐洲 中國區 中国区 中國 中国 香港及澳門 港澳 香港區 香港
    亞洲區 亚洲区 歐洲區 欧洲区 北美區 北美区 美洲區 美洲区 全球區 第一 通訊 通讯 主要 澳門 大灣區 大湾区 區域 区域 地區 行政 總部 醫務 教務 學術 市場 企業 業務 營運 人力資源 財務 公司
    时任 名誉 非执行 独立 总 大中华 北亚洲 东南亚 欧洲 香港及澳门 香港区 全球区 澳门 地区 总部 医务 教务 学术 市场 企业 业务 营运 人力资源 财务
    """
)
WHOLE_TITLES_ZH = [
    "行政長官",
    "政務司司長",
    "財政司司長",
    "律政司司長",
    "政務司副司長",
    "財政司副司長",
    "律政司副司長",
]
STRONG_ORGANISATIONS_ZH = listed(
    """
    股份有限公司 有限公司 公司 集團 集团 大學 大学 銀行 银行 醫院 医院 基金會 基金会 科技園 科技园 科学园 政府
    """
)
WEAK_ORGANISATIONS_ZH = listed(
    """
    管理局 局 署 處 处 廳 部 委員會 委员会 協會 协会 學會 学会 商會 商会 總會 总会 聯會 議會 立法會 會 会 學院 学院 研究院 研究所 研究中心 中心 院 所
    實驗室 实验室 聯盟 联盟 組織 组织 機構 机构 辦公室 办公室 辦事處 顧問 公關 傳播 能源 電訊 电讯 電力 航空 貨運 製藥 制药 汽車 汽车 巴士 物流 中學 小學 學校 学校 博物館 圖書館 總商會 厅 联会 议会 立法会 办事处 顾问 公关 传播 电力 货运 中学 小学 博物馆 图书馆 总商会 交易所 平台 工作室 社
    """
)
SURNAMES = (
    "王李張张劉刘陳陈楊杨黃黄趙赵周吳吴呉徐孫孙馬马胡朱郭何羅罗高林鄭郑梁謝谢宋唐許许韓韩馮冯鄧邓曹彭曾蕭肖萧田董袁潘蔣蒋蔡余杜葉叶程"
    "蘇苏魏呂吕丁任沈姚盧卢姜崔鍾钟譚谭陸陆汪范金石廖賈贾夏韋韦付方白鄒邹孟熊秦邱江尹薛閻阎段雷侯龍龙史陶黎賀贺顧顾毛郝龔龚邵萬万錢钱"
    "嚴严覃武戴莫孔湯汤溫温康施文牛樊葛邢安齊齐易喬乔伍龐庞顏颜倪莊庄聶聂章魯鲁岳翟殷詹申歐欧耿關关蘭兰焦俞左柳甘祝包寧宁尚符舒阮柯"
    "紀纪梅童凌畢毕單单季裴霍涂成苗谷盛曲翁冉駱骆藍蓝路游辛靳管柴蒙鮑鲍華华喻祁蒲房滕屈饒饶解牟艾尤陽阳穆農农卓古吉繆缪簡简車车項项"
    "布連连蘆芦麥麦褚婁娄竇窦戚岑景党宮宫費费卜冷晏席衛卫米柏宗瞿桂佟應应臧邬鄔邊边卞姬師师仇欒栾隋商刁沙榮荣巫寇桑郎甄叢丛仲虞敖鞏巩佘"
    "傅賴赖洪塗薄閔闵丘池辜區区闕阙甯郜屠諶谌奚揭稽查麻苑遲迟鄺邝官封談谈匡鞠惠荊樂乐冀郁胥南班儲储栗燕楚鄢勞劳粟冼藺蔺樓楼闞阚利植勵容禤貝贝鳳凤湛禹狄茅裘嵇荀芮厲厉鈕钮酈郦戎冼庾雲邰郜郗亓仝蒯晁漆竺綦苟茹荊荆菅薩萨訾逄逯雍雒闫隗"
)
DOUBLE_SURNAMES = listed(
    """
    歐陽 欧阳 司徒 上官 諸葛 诸葛 司馬 司马 端木 慕容 尉遲 皇甫 東方 独孤 南宮 夏侯
    """
)
# What begins like a name after a title and is none.
NO_NAMES_ZH = set(
    listed(
        """
    區域 区域 區內 区内 區議 区议 區分 区分 區塊 区块 區旗 成績 成绩 成果 成長 成长 安全 高度 方案 方法 方向
    任期 任命 任內 任何 高級 高级 文件 方面 成立 成員 成员 和平 管理 利用 應邀 应邀 連同 连同 關於 關注 關心 解釋 解释 路演 包括 左右 查詢
    """
    )
)

SPEAKING_ZH = listed(
    """
    表示 指出 強調 强调 補充 补充 認為 认为 續稱 續說 續指 坦言 透露 介紹 介绍 解釋 解释 總結 总结 分享 回應 回应 致辭 致詞 致辞 讚揚 贊揚 形容 提到
    說道 说道 憶述 忆述 续称 续说 续指 致词 赞扬 寄语 写道 笑言 慨嘆 慨叹 重申 直言 呼籲 呼吁 相信 期望 希望 欣悉 寄語 寫道 說 说 稱 称 指
    """
)
PRONOUNS_ZH = {"他": "m", "她": "f", "其": ""}

# English

HONORIFICS_EN = listed(
    """
    Professor Prof. Prof Mrs. Mrs Mr. Mr Miss Ms. Ms Dr. Dr Ir Sir Dame Lord Lady Hon. Hon
    Honourable Honorable Ambassador Reverend Revd. Revd Rev. Rev Sr
    """
)
POST_NOMINALS_EN = {
    "JP",
    "GBM",
    "GBS",
    "SBS",
    "BBS",
    "MH",
    "CBE",
    "OBE",
    "MBE",
    "KBE",
    "PHD",
    "MD",
    "FRS",
    "FRENG",
    "CFA",
    "MBA",
    "ESQ",
    "QC",
    "SC",
    "KC",
    "JR",
    "SR",
    "MBBS",
    "DSC",
    "CENG",
    *listed(
        "FRCP FRCS FRCPCH FRCPATH MRCP MRCS FHKAM FHKCP FHKIE FICE MICE FIET MIET FIMECHE FRICS MRICS"
    ),
    *listed(
        "FCPA CPA ACCA FCCA CA CFP RN BSC MSC BA MA MPHIL DPHIL LLB LLM MPH JD DDS DVM PMP FRSE FBA"
    ),
    *listed("DBE GCB KCMG CMG LVO MVO DL MP AIA FHKIA"),
}
TITLE_WORDS_EN = set(
    listed(
        """
    chairman chairwoman chairperson chair co-chair vice-chairman vice-chair ceo cfo coo cto
    cmo cio cso president vice-president vp svp evp director director-general officer
    secretary undersecretary secretary-general manager managing head founder co-founder
    principal dean provost chancellor vice-chancellor pro-vice-chancellor minister
    commissioner controller comptroller governor mayor ambassador consul consul-general
    treasurer partner lead leader professor lecturer scientist engineer fellow spokesman
    spokeswoman spokesperson curator superintendent registrar warden rector chief executive
    permanent deputy assistant associate adviser advisor representative editor analyst
    coordinator supervisor specialist trustee member convenor convener consultant student
    researcher owner captain general-manager councillor postmaster librarian strategist
    architect designer author co-author lead-author proprietor shopkeeper teacher nurse doctor
    surgeon physician pharmacist therapist caretaker conductor director-in-charge headmaster
    headmistress headteacher chaplain investigator master harbourmaster reader candidate pupil volunteer resident farmer
    """
    )
)
FULL_TITLES_EN = set(
    listed(
        """
    chairman chairwoman chairperson chair ceo cfo coo cto cmo cio cso president
    vice-president officer owner proprietor author executive founder co-founder principal vice-chancellor chancellor
    provost secretary-general director-general governor partner spokesperson spokesman
    spokeswoman trustee treasurer member general-manager
    """
    )
)
# Titles that lead to the organisation with “of” where a field of work stands before them.
FIELD_TITLES_EN = set(listed("director manager master editor engineer scientist curator"))
SCHOOL_YEARS_EN = set(listed("primary secondary form year grade"))
RANKS_EN = set(
    listed("deputy assistant associate vice senior acting interim joint group regional global the")
)
ORGANISATION_WORDS_EN = set(
    listed(
        """
    university college school institute institution academy hospital bank bureau department
    ministry office authority commission council committee board association society
    federation foundation trust fund company corporation corp corp. inc inc. limited ltd
    ltd. plc llc group holdings partners ventures capital centre center laboratory
    laboratories labs park parks museum library exchange agency organisation organization
    union club network alliance communications consultancy consulting consultants pr
    relations technologies technology pharmaceuticals pharma biotech therapeutics railway
    airways airlines media government administration chamber hotel hotels industries
    brigade orchestra theatre theater gallery studios observatory airport
    international systems solutions energy charity co co. gmbh s.a. consulate
    """
    )
)
# What a job title begins with where no organisation is printed (Marketing Director).
FIELDS_EN = set(
    listed(
        """
    marketing sales finance financial medical clinical technical research communications creative
    commercial operations product strategy innovation engineering legal regulatory human resources
    people digital data information technology public affairs external internal business development
    programme program project policy science scientific under vice home foreign trade health hospital
    investment customer brand media investor relations government community sustainability and security
    """
    )
)
MODIFIERS_EN = set(
    listed(
        """
    senior group global regional interim acting founding honorary joint first general
    non-executive independent principal corporate international phd doctoral postdoctoral
    postgraduate undergraduate visiting adjunct
    """
    )
)
SPEAKING_EN = listed(
    """
    said says added adds commented comments stated states noted notes remarked remarks
    explained explains continued continues concluded concludes emphasised emphasises
    emphasized emphasizes stressed stresses observed observes shared shares wrote writes
    told tells announced welcomed declared replied recalled pointed highlighted highlights
    expressed reiterated affirmed agreed acknowledged suggested revealed reflected enthused
    quipped
    """
)
PRONOUNS_EN = {
    "he": "m",
    "she": "f",
    "they": "",
    "the spokesperson": "",
    "the spokesman": "m",
    "the spokeswoman": "f",
}
NO_NAMES_EN = set(
    listed(
        """
    The This These That Our We In At On For From With As And But Both Left Right Front Back
    Row Photo Figure Group New Today Hong Kong China Greater Bay Area Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Memorandum Understanding Media Press Release
    North South East West United Kingdom States Speaking During Also Its Their Joint Science
    Research Development Innovation Asia Pacific Global
    """
    )
)

MALE = {"先生", "神父", "Mr", "Mr.", "Sir", "Lord"}
FEMALE = {
    "女士",
    "小姐",
    "太太",
    "夫人",
    "修女",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Miss",
    "Dame",
    "Lady",
}


def any_of(words: list[str] | set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


HAN_NAME = (
    rf"(?:(?:{any_of(DOUBLE_SURNAMES)})[{HAN}]{{1,2}}|[{SURNAMES}][{SURNAMES}][{HAN}]{{2}}|[{SURNAMES}][{HAN}]{{1,2}}"
    rf"|[{HAN}]{{1,6}}[·‧・•][{HAN}]{{1,6}}(?:[·‧・•][{HAN}]{{1,6}})?)"
)
LATIN_NAME = r"[A-Z][A-Za-z'’.\-]*(?:\s+(?:[A-Z][A-Za-z'’.\-]*|van|von|de|der|da|bin|al)){0,4}"
