"""Numbers agree in both languages, however each of them prints them."""

import datetime as dt

import pytest

from releases.document import schema
from releases.preflight import CHECKS
from releases.preflight.reading import Reading

from .cases import TODAY, found, release, text

FAMILY = [id for id in CHECKS if id.startswith(("numbers.", "dates."))]


def pair(chinese, english):
    dateline = schema.Dateline(date=dt.date(2026, 5, 4))
    return release(dateline=dateline, body=[text(zh=chinese, en=english)])


def ids(document):
    reading = Reading(document, TODAY)
    return [id for id in FAMILY for _found in CHECKS[id].find(reading)]


SAME = """
三間醫院參與 | Three hospitals took part
兩間醫院 | both hospitals
逾12,000人 | more than twelve thousand people
約1.2萬人 | about 12,000 people
１２，０００名學生 | 12,000 students
第三屆 | the 3rd
第三屆 | the third edition
連續第五年 | for the fifth year running
三十多年來 | for more than 30 years
過去三十年 | over the past three decades
過去十年 | over the past decade
一半 | half
50%的學生 | half of the students
增加兩倍 | tripled
增至兩倍 | doubled
風險高1.5倍 | a risk 1.5 times higher
兩星期內 | within 14 days
為期十二個月 | for a year
一年半 | 18 months
半年 | six months
三個半小時 | three and a half hours
90分鐘 | an hour and a half
每周工作五天半 | a five-and-a-half-day week
十二名 | a dozen
「十四五」規劃 | the 14th Five-Year Plan
二十一世紀 | the 21st century
九十年代 | the 1990s
一九二○年代的圖則 | drawings of the 1920s
二〇一〇年代 | the 2010s
中六學生 | Secondary Six students
小一至小六學生 | Primary 1 to Primary 6 pupils
A座3樓301室 | Room 301, 3/F, Block A
20多萬人次 | more than 200,000 visits
數百名學生 | hundreds of students
上萬名觀眾 | tens of thousands
2公頃 | 20,000 square metres
重1,200公斤 | weighing 1.2 tonnes
九十萬千瓦 | 900 MW
園內共有四千名員工，實為4,217名 | 4,000 staff, in fact 4,217
園內逾210間機構 | 211 organisations
（一）三項建議：（二） | (1) three proposals: (2)
[12]參考資料 | References
股份代號：0123 | stock code: 123
三方合作 | a tripartite partnership
創校百周年 | its centenary
五分十二秒 | five minutes and 12 seconds
十分重要 | very important
四周環境 | surroundings
第二期 | Phase II
三維打印 | 3D printing
H5N1禽流感及5G網絡 | H5N1 avian flu and 5G networks
新冠疫情期間 | during the COVID-19 pandemic
全日24小時服務 | a round-the-clock service
全年365日、每日24小時 | 24/7, all year round
九龍灣及四川 | Kowloon Bay and Sichuan
兩文三語 | biliteracy and trilingualism
十大傑出青年 | Ten Outstanding Young Persons
三大範疇 | three areas
50歲或以上 | aged 50 or above
六十五歲長者 | people who are 65
十五至二十名 | 15 to 20
全港十八區居民 | residents in every district
二十國集團 | the G20
冠、亞、季軍 | the top three
比分為3比2 | won 3-2
1:500 | 1:500
獲300萬人訂閱 | 3 million subscribers
150萬人 | 1.5m people
今年首三季 | in the first three quarters of this year
海拔四千米 | 4,000 metres above sea level
三方共十二人獲獎 | 12 won prizes
撥款五億元予560個項目 | granted HK$500 million to 560 projects
每秒1.2Gbps，延遲5毫秒 | 1.2 Gbps with a latency of 5 milliseconds
沿用半個世紀 | has stood for 50 years
奪得七金四銀三銅 | won seven gold, four silver and three bronze medals
溫度介乎攝氏25至30度 | between 25 and 30°C
四十年的故事《四十年》 | Forty Years, a story of 40 years
五億港元 | HK$500 million
港幣5億元 | HK$500m
港幣 5 億元 | HK$0.5 billion
5億至6億港元 | HK$500 million to HK$600 million
3至5億元 | HK$300-500 million
人民幣12億元 | RMB1.2 billion
十二億元人民幣 | 1.2 billion yuan
三億五千萬港元 | HK$350 million
一百萬港元 | a million Hong Kong dollars
2,600萬港元（約330萬美元） | HK$26 million
車費三十四元八角 | a fare of $34.8
每股12港仙 | 12 HK cents per share
成人門票三十元，長者半價 | Tickets are HK$30, half price for seniors
12% | 12 per cent
百分之十二點五 | 12.5%
佔全國海域的萬分之五 | only 0.05% of the sea area
上升2個百分點 | up two percentage points
上升25個基點 | up 25 basis points
利率2.5厘 | an interest rate of 2.5%
三成半 | 35%
近七成八 | nearly 78%
三成一人試過 | 31 per cent have
三分之一受訪者 | a third of respondents
多三成 | nearly a third more
近五分之一 | nearly one in five
每10名長者有3名 | three in 10 older people
七成 | seven in ten
八折優惠 | a 20% discount
約8.5折 | 15% off
增加約三千四百人至十二萬四千八百人 | rose by 3 400 to 124 800
失業人數為124 800人 | 124,800 were unemployed
由2021年的20.5%升至2046年的36.0% | from 20.5% in 2021 to 36.0% in 2046
需時一分半鐘 | in 90 seconds
手術歷時14小時30分 | an operation of 14 and a half hours
全長2小時45分鐘 | 165 minutes long
最多十名，完成十項，總人數十萬 | up to 10, completed ten, 100,000 in all
未來二三十年 | the next two to three decades
七八十人 | 70 to 80 people
光緒三十四年（1908年）創立 | founded in 1908
「九五後」青年 | those born after 1995
每位298元另加一 | HK$298 per person plus 10 per cent
數十名、上百間、成千個 | dozens, hundreds and thousands
七折優惠 | a special discount of 30 per cent
七折 | at 70 per cent of the price
減三成 | 30% off
在2050年前後 | by or around 2050
5至10% | 5-10 per cent
百分之五至十 | 5% to 10%
加薪3.5%至4% | a pay rise of 3.5% to 4%
百分百 | 100%
一成不變 | unchanging
查詢熱線：2345 6789 | Enquiries: 2345 6789
電話：（852）2345 6789 | Tel: +852 2345-6789
電郵：info@cape.example | E-mail: Info@cape.example
請瀏覽 https://www.cape.example/tc/news | Visit www.cape.example/en/news/.
瀏覽cape.com.hk/tc | visit www.cape.com/en
瀏覽www.cape.example/報告 | visit www.cape.example/report
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_the_same_said_in_the_ways_of_both_languages_is_no_finding(line):
    assert ids(pair(*line.split(" | "))) == []


DIFFERENT = """
figures | 三間醫院，四名醫生 | three hospitals and five doctors | five
figures | 逾12,000人 | more than 21,000 people | 21,000
figures | 1.2萬名學生 | 1,200 students | 1,200
figures | 第三屆比賽 | the 4th competition | 4th
figures | 三十年經驗 | two decades of experience | two
figures | 為期三年 | a four-year programme | four
figures | 三個月內 | within six months | six
figures | 資助二百名學生 | sponsors students | 二百
figures | 資助學生 | sponsors 200 students | 200
figures | 每年發電78萬度 | 870,000 kilowatt-hours a year | 870,000
figures | 四座大樓樓高六層 | four seven-storey buildings | seven
figures | 5分12秒 | 5 minutes 21 seconds | 21
figures | 由九日減至四日 | fell from four days to four | four
figures | 一萬一千人 | 12,000 people | 12,000
figures | 「我們培訓了三百人。」他說 | “We trained 400 people,” he said | 400
figures | 最快三個工作天批核 | approval in as little as four working days | four
figures | 撥款五億元予560個項目 | granted HK$500 million to 563 projects | 563
amounts | 五億港元 | HK$50 million | HK$50 million
amounts | 五億港元 | US$500 million | US$500 million
amounts | 3億至5億元 | HK$300 million to HK$600 million | HK$600 million
amounts | 人民幣12億元 | HK$1.2 billion | HK$1.2 billion
amounts | 120萬人次 | 1.3 million visits | 1.3 million
amounts | 120萬人次 | 120,000 visits | 120,000
amounts | 撥款五百萬元 | a grant | 五百萬元
amounts | 每股12港仙 | 15 HK cents per share | 15 HK cents
percentages | 佔12% | 21 per cent | 21 per cent
percentages | 三成學生 | 40% of students | 40%
percentages | 三分之一 | two-thirds | two-thirds
percentages | 上升2個百分點 | up 2% | 2%
percentages | 佔12% | a share | 12%
percentages | 八折 | 30% off | 30%
figures | 歷時14小時30分 | an operation of 13 and a half hours | 13 and a half
figures | 增至124 800人 | rose to 124 600 | 124 600
figures | 每學期最多十名，學額三十個 | up to ten a semester, with an intake of 70 | 70
percentages | 八折 | 80% off | 80%
percentages | 七折優惠 | a 70 per cent early-bird discount | 70 per cent
amounts | 每周三團，每位380港元 | three tours a week cost HK$280 each | HK$280
phones | 電話2345 6789 | call 2345 6798 | 2345 6798
phones | 查詢：+852 2345 6789 | For enquiries, write to us | +852 2345 6789
emails | 電郵info@cape.example | e-mail inof@cape.example | inof@cape.example
websites | 瀏覽www.cape.example | visit www.cap.example | www.cap.example
websites | 瀏覽www.cape.example/x | visit www.cape.example/y | www.cape.example/y
"""


@pytest.mark.parametrize("line", DIFFERENT.strip().splitlines())
def test_what_differs_is_found_once_and_where_it_stands(line):
    kind, chinese, english, excerpt = line.split(" | ")
    document = pair(chinese, english)
    assert ids(document) == [f"numbers.{kind}"]
    assert found(f"numbers.{kind}", document) == [excerpt]


def test_both_numbers_are_named_and_the_place_is_the_english_passage():
    reading = Reading(pair("逾12,000人", "more than 21,000 people"), TODAY)
    [one] = CHECKS["numbers.figures"].find(reading)
    assert one.place == ("p1", "html", "en")
    assert "12,000" in one.message
    assert "21,000" in one.message


def test_a_number_of_the_next_paragraph_is_said():
    blocks = [
        text("p1", zh="中心共有1,234個會員，今年開幕。", en="The centre opened this year."),
        text("p2", zh="會員來自各區。", en="Its 1,234 members come from every district."),
    ]
    assert found("numbers.figures", release(body=blocks)) == []


def test_sentences_that_changed_places_between_two_paragraphs_are_no_finding():
    blocks = [
        text("p1", zh="共有120名學員。", en="There are 450 mentors."),
        text("p2", zh="共有450名導師。", en="There are 120 trainees."),
    ]
    assert found("numbers.figures", release(body=blocks)) == []


def test_a_slip_is_not_hidden_by_the_numbers_of_the_next_paragraph():
    blocks = [
        text("p1", zh="三間醫院參與。", en="Four hospitals take part."),
        text("p2", zh="三名醫生及四名護士。", en="Three doctors and four nurses."),
    ]
    assert found("numbers.figures", release(body=blocks)) == ["Four"]


def test_a_headline_may_leave_to_the_text_what_the_other_one_says():
    document = release(
        headline={"zh-hant": "資助340個項目", "en": "Projects receive grants"},
        body=[text(zh="共340個項目", en="340 projects in all")],
    )
    assert found("numbers.figures", document) == []
    assert found("numbers.figures", schema.replace(document, body=[])) == ["340"]


def test_a_link_answers_for_an_address_that_the_other_language_prints():
    english = 'Visit <a href="https://www.cape.example/en/fund">the page of the fund</a>.'
    assert ids(pair("請瀏覽www.cape.example/tc/fund。", english)) == []


def test_in_a_boilerplate_all_facts_are_one_id():
    words = {
        "zh-hant": "於1998年成立，設有12間中心，年度開支3億港元。電話2345 6789。",
        "en": "Founded in 1989, it runs 13 centres at a cost of HK$300 million a year. Call 2345 6789.",
    }
    document = release(boilerplates=[schema.Boilerplate(key="b1", text=words)])
    assert found("boilerplates.facts", document) == ["13", "1989"]
    assert ids(document) == []


def test_a_release_in_one_language_has_nothing_to_differ_from():
    document = schema.replace(pair("三百人", "400 people"), languages=["en"])
    assert ids(document) == []
