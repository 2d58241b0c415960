"""The words that names are known by, in Chinese (both scripts) and English."""

import re

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff〇"

LATIN = r"A-Za-zÀ-ÖØ-öø-ɏ"
"""Letters of Latin names: beside them Han characters, which are letters too, end a word."""


def listed(words: str) -> list[str]:
    return words.split()


def any_of(words) -> str:
    """A pattern of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


SURNAMES = frozenset(
    "王李張张劉刘陳陈楊杨黃黄趙赵周吳吴呉徐孫孙馬马胡朱郭何羅罗高林鄭郑梁謝谢宋唐許许韓韩馮冯鄧邓曹彭曾蕭肖萧田董袁潘蔣蒋蔡余杜葉叶程"
    "蘇苏魏呂吕丁任沈姚盧卢姜崔鍾钟譚谭陸陆汪范金石廖賈贾夏韋韦付方白鄒邹孟熊秦邱江尹薛閻阎段雷侯龍龙史陶黎賀贺顧顾毛郝龔龚邵萬万錢钱"
    "嚴严覃武戴莫孔湯汤溫温康施文牛樊葛邢安齊齐易喬乔伍龐庞顏颜倪莊庄聶聂章魯鲁岳翟殷詹申歐欧耿關关蘭兰焦俞左柳甘祝包寧宁尚符舒阮柯"
    "紀纪梅童凌畢毕單单季裴霍涂成苗谷盛曲翁冉駱骆藍蓝路游辛靳管柴蒙鮑鲍華华喻祁蒲房滕屈饒饶解牟艾尤陽阳穆農农卓古吉繆缪簡简車车項项"
    "布連连蘆芦麥麦褚婁娄竇窦戚岑景党宮宫費费卜冷晏席衛卫米柏宗瞿桂佟應应臧邬鄔邊边卞姬師师仇欒栾隋商刁沙榮荣巫寇桑郎甄叢丛仲虞敖鞏巩佘"
    "傅賴赖洪塗薄閔闵丘池辜區区闕阙甯郜屠諶谌奚揭稽查麻苑遲迟鄺邝官封談谈匡鞠惠荊樂乐冀郁胥南班儲储栗燕楚鄢勞劳粟冼藺蔺樓楼闞阚利植勵容禤"
)
DOUBLE_SURNAMES = listed(
    """歐陽 欧阳 司徒 上官 諸葛 诸葛 司馬 司马 端木 慕容 尉遲 尉迟 皇甫 東方 南宮 夏侯 公孫 令狐 長孫"""
)
HONORIFICS_ZH = listed(
    """
    先生 女士 小姐 太太 夫人 博士 教授 議員 议员 院士 工程師 工程师 測量師 测量师 建築師 建筑师 醫生 医生 醫師 医师
    大律師 律師 律师 爵士 法官 大使 姑娘 師傅 师傅 牧師 神父 修女 校長 校长 太平紳士 老師 老师
    """
)
# A surname takes these as well: 陳局長, 李主席.
ADDRESSES_ZH = listed(
    """
    局長 局长 署長 署长 司長 司长 處長 处长 部長 部长 市長 市长 主席 會長 会长 院長 院长 總裁 总裁 總監 总监 董事長
    董事长 總經理 总经理 總幹事 行政總裁 所長 館長 行長 主任 專員 經理 秘書長 書記 首席 副局長 副主席 副校長 太 生
    """
)
HONORIFICS_EN = listed(
    """
    Professor Prof. Prof Mrs. Mrs Mr. Mr Miss Ms. Ms Dr. Dr Ir. Ir Sir Dame Lord Lady Hon. Hon
    Honourable Honorable Ambassador Rev. Rev Reverend Justice Sr
    """
)
POST_NOMINALS = frozenset(
    listed(
        """JP GBM GBS SBS BBS MH CBE OBE MBE KBE PHD MD FRS FRENG CFA MBA ESQ QC SC KC JR MBBS DSC CENG FHKIE"""
    )
)
NO_NAMES_EN = frozenset(
    listed(
        """the this these that our we in at on for from with as and but both left right front back row photo figure group new today monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december chairman chairwoman chair director manager president chief executive officer secretary head he she they it said says"""
    )
)
