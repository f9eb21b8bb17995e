"""Days: 6月27日, 6月27—28日, 2020-05-26, 本月10日, 今天, 昨天, 上周五."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import DAY, MAYBE_YEAR, MONTH, NO_NUMBER_BEFORE, TO, count, read_year
from etl.mention.timeline import Days, Reading, Timeline, month_end, shift_months

_SIGN: Final = "[日号號]"
# 王某15日主持召开, 活动17号拉开帷幕: what is done on a day that is printed without its month.
_ON_IT: Final = (
    "主[持办张][一-鿿]|拉开|启[动程][一-鿿]?|邀请|听取|[会接][见谈][一-鿿]?|谴责|驳斥|确认|呼吁|指[出责控]|致[电函信]|决定|投票"
    "|承认|判[决处]|选举|透露|强调|应邀|乘[一-鿿]|前往|参[加观]|[视考]察|[发推]布|下[午令达]|首[次播飞]|正式|紧急|凌晨|清晨|深夜|零时"
    "|证实|继续|应约|接受|曾(?=[表在举])|大[幅涨跌]|率(?=[中二])|专程|播发|成功|突[袭然]|声称|裁定|联合(?![体会公])|联[名手]|表决|顺利|确诊|喷发|揭晓|任命"
    "|回应|来到|返回|派出|仍在|迎来|否认|共同|刊发|发生|接连|一致|搭乘|曝光|宣布|采取|敦促|撤销|反驳|赞扬|暴[发跌涨]|单方面|意外|早[晨上间些]|[夜白][间天]|零点|当天|经过"
    "|实施|投计票|公示|新增|分别|落[幕成]|播出|完成|达成|建成|竣工|开[幕工业]|当选|宣判|逮捕|提[出交]|要求|警告|扣押|遇难|逝世|去世|坠|沉没|[收开]盘|闭市"
)
_SHIFT: Final = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
_WEEKDAYS: Final = "一二三四五六日"
_SATURDAY: Final = 5
_AHEAD: Final = 210  # a day printed without its year lies this many days ahead at most
_WEEK: Final = 7  # a bare day of the month, this many
_NEW_YEAR: Final = 45  # and of the next year, this many


def day_in(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def near_day(timeline: Timeline, month: int, day: int) -> date | None:
    """A day printed without its year: in the governing year, else this year, unless that is too far ahead."""
    if timeline.year is not None and timeline.year < timeline.ref_date.year and timeline.exact:
        return day_in(timeline.year, month, day)
    if timeline.after is not None:
        found = day_in(timeline.after.year, month, day)
        return found if found and found >= timeline.after else day_in(timeline.after.year + 1, month, day)
    now = timeline.ref_date
    soon = day_in(now.year + 1, month, day)
    if soon is not None and (soon - now).days <= _NEW_YEAR:
        return soon
    years = range(now.year, now.year - 8, -1)  # 29 February: at most eight years apart
    days = (found for year in years if (found := day_in(year, month, day)) is not None)
    return next((found for found in days if (found - now).days <= _AHEAD), None)


def _resolved(year: str | None, month: int, day: int, timeline: Timeline) -> date | None:
    return day_in(read_year(year, timeline), month, day) if year else near_day(timeline, month, day)


def _day(match: re.Match[str]) -> Reading:
    year, month, day = match["year"], count(match["month"]), count(match["day"])

    def resolve(timeline: Timeline) -> Days | None:
        found = _resolved(year, month, day, timeline)
        return Days(found, found, "day") if found else None

    return Reading(resolve, dated=bool(year))


def _days(match: re.Match[str]) -> Reading:
    year, month, first, last = match["year"], count(match["month"]), count(match["first"]), count(match["last"])

    def resolve(timeline: Timeline) -> Days | None:
        start = _resolved(year, month, first, timeline)
        end = day_in(start.year, month, last) if start else None
        return Days(start, end, "span") if start and end and start <= end else None

    return Reading(resolve, dated=bool(year))


def _first_days(match: re.Match[str]) -> Reading:
    year, month, last = match["year"], count(match["month"]), count(match["count"])

    def resolve(timeline: Timeline) -> Days | None:
        end = _resolved(year, month, last, timeline)
        return Days(end.replace(day=1), end, "span") if end else None

    return Reading(resolve, dated=bool(year))


def _iso(match: re.Match[str]) -> Reading | None:
    if len(set(match.group()) - set("0123456789")) != 1:
        return None
    found = day_in(int(match["year"]), int(match["month"]), int(match["day"]))
    return Reading(lambda _: Days(found, found, "day"), dated=True) if found else None


def _day_of_relative_month(match: re.Match[str]) -> Reading:
    year, word, day = match["year"], match["word"], count(match["day"])

    def resolve(timeline: Timeline) -> Days | None:
        month = shift_months(timeline.ref_date.replace(day=1), {"上": -1, "下": 1}.get(word, 0))
        found = day_in(read_year(year, timeline) if year else month.year, month.month, day)
        return Days(found, found, "day") if found else None

    return Reading(resolve, dated=bool(year))


def _relative(match: re.Match[str]) -> Reading:
    shift = timedelta(days=_SHIFT[match["word"] or match["night"]])
    return Reading(lambda t: Days(t.ref_date + shift, t.ref_date + shift, "day"), governs=False)


def _weekday(match: re.Match[str]) -> Reading:
    over = match["over"] is not None
    weeks = {"上": -1, "下": 1}.get(match["word"], -1 if over else 0)

    def resolve(timeline: Timeline) -> Days | None:
        monday = timeline.ref_date + timedelta(days=_WEEK * weeks - timeline.ref_date.weekday())
        if over and timeline.ref_date.weekday() >= _SATURDAY:
            monday += timedelta(days=_WEEK)  # the weekend that is ending
        if match["day"] == "末":
            if match["word"] in "本这" and not over and timeline.ref_date == monday:
                return None  # on a Monday the weekend before or the one ahead
            return Days(monday + timedelta(days=_SATURDAY), monday + timedelta(days=_SATURDAY + 1), "span")
        day = monday + timedelta(days=_WEEKDAYS.index(match["day"].replace("天", "日")))
        return Days(day, day, "day")

    return Reading(resolve, governs=False)


def _pair(match: re.Match[str]) -> Reading:
    first = {"今明": 0, "昨今": -1, "明后": 1}[match["pair"]]

    def resolve(timeline: Timeline) -> Days | None:
        start = timeline.ref_date + timedelta(days=first)
        return Days(start, start + timedelta(days=1), "span")

    return Reading(resolve, governs=False)


def _this_day(_: re.Match[str]) -> Reading:
    def resolve(timeline: Timeline) -> Days | None:
        return Days(timeline.day, timeline.day, "day")

    return Reading(resolve, governs=False)


def _next_day(_: re.Match[str]) -> Reading:
    def resolve(timeline: Timeline) -> Days | None:
        day = timeline.day + timedelta(days=1) if timeline.day is not None else None
        return Days(day, day, "day") if day is None or day <= timeline.ref_date else None

    return Reading(resolve, governs=False)


def _bare_day(match: re.Match[str]) -> Reading:
    first, last = int(match["day"]), int(match["last"] or match["day"])

    def resolve(timeline: Timeline) -> Days | None:
        governing = timeline.governing
        latest = timeline.ref_date
        if governing is not None and governing.end is not None and governing.kind in ("day", "month"):
            latest = month_end(governing.end.year, governing.end.month)
        month = latest.replace(day=1) if last <= latest.day + _WEEK else shift_months(latest.replace(day=1), -1)
        start, end = day_in(month.year, month.month, first), day_in(month.year, month.month, last)
        return Days(start, end, "day" if first == last else "span") if start and end and start <= end else None

    return Reading(resolve, governs=False)


DAY_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "days_of_month",
        re.compile(
            rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?P<month>{MONTH}) ?月 ?(?P<first>{DAY}){_SIGN}?"
            rf"(?:{TO}|、|和)(?P<last>{DAY}){_SIGN}"
        ),
        _days,
        (
            ("6月27—28日", "2025-06-27 2025-06-28 span"),
            ("2016年一月十日到十二日", "2016-01-10 2016-01-12 span"),
            ("9月3日至5日", "2025-09-03 2025-09-05 span"),
        ),
        ("6月28—27日", "6月27日", "2月28日-3月1日"),
    ),
    Rule(
        "day",
        re.compile(
            rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?P<month>{MONTH}) ?月份? ?(?P<day>{DAY}) ?{_SIGN}(?!楼|线|院|机|文件)"
        ),
        _day,
        (
            ("6月27日", "2025-06-27 2025-06-27 day"),
            ("12月20日", "2025-12-20 2025-12-20 day"),
            ("前年9月2号", "2023-09-02 2023-09-02 day"),
            ("二零一五年三月三號", "2015-03-03 2015-03-03 day"),
            ("2月29日", "2024-02-29 2024-02-29 day"),
        ),
        ("2月30日", "5月1家", "13月1日"),
    ),
    Rule(
        "day_without_sign",
        re.compile(
            rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12][0-9]|[1-9])(?=$|[，。；）、](?![0-9]))"
        ),
        _day,
        (("1月3", "2025-01-03 2025-01-03 day"),),
        ("1月3家", "1月3.5", "5月70，"),
    ),
    Rule(
        "chinese_day",
        re.compile(
            rf"{MAYBE_YEAR}(?<=年)(?P<month>{MONTH})月(?P<day>(?>三十一?|二?十[一二三四五六七八九]?))(?![个名位家年月万亿余多])"
        ),
        _day,
        (("两千零四年八月十五", "2004-08-15 2004-08-15 day"),),
        ("八月十五", "2004年八月十五个"),
    ),
    Rule(
        "first_days_of_month",
        re.compile(rf"{MAYBE_YEAR}{NO_NUMBER_BEFORE}(?P<month>{MONTH})月份?[前头](?P<count>{DAY})(?:天|日)"),
        _first_days,
        (("4月前4天", "2025-04-01 2025-04-04 span"),),
        ("前4天",),
    ),
    Rule(
        "iso_day",
        re.compile(
            r"(?<![0-9/-])(?P<year>(?:1[5-9]|20|21)[0-9]{2})[-/.](?P<month>1[0-2]|0?[1-9])[-/.](?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9.%-])"
        ),
        _iso,
        (("2020-05-26", "2020-05-26 2020-05-26 day"), ("2020/5/26", "2020-05-26 2020-05-26 day")),
        ("2020-13-26", "2020-05-266", "12020-05-26", "2019-02-30", "2017-11/2"),
    ),
    Rule(
        "day_of_relative_month",
        re.compile(rf"{MAYBE_YEAR}(?P<word>(?<!以)[上下]|(?<!基)本)个?月(?P<day>{DAY}){_SIGN}"),
        _day_of_relative_month,
        (("本月十日", "2025-07-10 2025-07-10 day"), ("去年本月10日", "2024-07-10 2024-07-10 day")),
        ("本月十家", "本月40日"),
    ),
    Rule(
        "relative_day",
        re.compile(
            r"(?P<word>今|昨|(?<![0-9一二三四五六七八九十两几多数天])前|(?<![文声证说光黎])明|(?<![0-9一二三四五六七八九十两几多数天])后)[天日](?![本报的]?[0-9]*[度空])(?<!后日(?=[产均供处出进可最]))"
            r"|(?P<night>今|昨|明)(?:[晚夜](?!报|间新闻)|[晨早](?!报|间))"
        ),
        _relative,
        (
            ("今天", "2025-07-01 2025-07-01 day"),
            ("昨日", "2025-06-30 2025-06-30 day"),
            ("昨晚", "2025-06-30 2025-06-30 day"),
        ),
        ("5天后天", "今年", "三天前天气", "今晚报", "建成后日产", "光明日报"),
    ),
    Rule(
        "weekday",
        re.compile(
            "(?P<over>(?<=过去的))?(?P<word>(?<![以之赶])[上下]|(?<![成基])本|这)个?(?:周|星期)(?P<day>[一二三四五六日天末])"
            "(?![刊报次起]|(?<!上周.)开始|[至到—、和](?:下?周|星期)?[一二三四五六日])"
        ),
        _weekday,
        (
            ("本周五", "2025-07-04 2025-07-04 day"),
            ("上周日", "2025-06-29 2025-06-29 day"),
            ("上星期天", "2025-06-29 2025-06-29 day"),
            ("下个星期三", "2025-07-09 2025-07-09 day"),
            ("这个周末", "2025-07-05 2025-07-06 span"),
            ("刚刚过去的这个周末", "2025-06-28 2025-06-29 span"),
        ),
        ("下周一至周五", "每周五", "本周刊", "上周五次", "基本周五", "从下周一起", "正赶上周末"),
    ),
    Rule(
        "days_of_pair",
        re.compile(
            r"(?<![0-9.月周期时共达续第每满超约逾多前后隔过长历近数])(?P<day>3[01]|[12][0-9]|[1-9])[日号]?[、和]"
            r"(?P<last>3[01]|[12][0-9]|[1-9])[日号](?=两天)"
        ),
        _bare_day,
        (("15、16号两天", "2025-06-15 2025-06-16 span"), ("5号和6号两天", "2025-07-05 2025-07-06 span")),
        ("15、16号机组", "第1、2号两天"),
    ),
    Rule(
        "bare_day",
        re.compile(
            r"(?:(?<![0-9.月周期时共达续第每满超约逾多前后隔过长历近数])|(?<=[外部市省局州厅院校议队司会行酋]长))"
            rf"(?P<day>3[01]|[12][0-9]|[1-9])[日号](?:{TO}(?P<last>3[01]|[12][0-9]|[1-9])[日号])?"
            "(?=[，在作发报电讯公宣就说签会举）)、从称]|上午|下午|午[后前间]|晚|凌晨|夜|中午|援引|表示"
            "|[0-9]{1,2}(?:[时点]|[—~至到-]{1,2}[0-9]{1,2}[时点])|和[0-9]{1,2}[日号]|两天|以[0-9]{1,3}[票比]|起(?![重降飞落爆])"
            "|的(?:[约近超])?[0-9]+(?![0-9]*[时点])[一-鿿]|曾|先后|发生|重申|重返|展开|暂停|介绍|披露|获释|走进|空袭|首度|首次"
            "|[遭受被对向与同抵到将因再已正开强连起击遇批登召通解结闭举发驶飞袭进出访离赴以用由从于也又还均都全自晚夜傍][一-鿿]|剧烈|袭击|爆发"
            f"|(?:{_ON_IT}))"
        ),
        _bare_day,
        (
            ("李克强27日在", "2025-06-27 2025-06-27 day"),
            ("1日，", "2025-07-01 2025-07-01 day"),
            ("火山27日剧烈喷发", "2025-06-27 2025-06-27 day"),
            ("酒店26号遭袭击", "2025-06-26 2025-06-26 day"),
            ("王某15日主持召开", "2025-06-15 2025-06-15 day"),
            ("外长14日举行", "2025-06-14 2025-06-14 day"),
            ("活动17号拉开帷幕", "2025-06-17 2025-06-17 day"),
            ("法庭17号裁定", "2025-06-17 2025-06-17 day"),
            ("某社15日至16日实施电话民调", "2025-06-15 2025-06-16 span"),
            ("警方2号证实", "2025-07-02 2025-07-02 day"),
            ("当地时间7号早晨", "2025-07-07 2025-07-07 day"),
            ("世卫23日1时", "2025-06-23 2025-06-23 day"),
            ("国防部13号称，", "2025-06-13 2025-06-13 day"),
            ("扩大到17号的约1600公顷", "2025-06-17 2025-06-17 day"),
        ),
        (
            "北京时间6号的14点",
            "拘留15日并处罚",
            "8号洪水",
            "14号钢筋",
            "1号演播厅",
            "10日左右",
            "3号联合体",
            "为期5日，",
            "第5日，",
            "5日生效",
            "32日在",
            "5号线",
            "3号机组",
            "7日游",
        ),
    ),
    Rule(
        "opening_day",
        re.compile(
            r"(?:(?<=[，。；:：])|(?<![\s\S]))(?P<day>3[01]|[12][0-9]|[1-9])(?P<last>)[日号](?=[一-鿿])(?![内间游线楼院机生起后前元店坑仓库桥台炮])"
        ),
        _bare_day,
        (("1日西班牙有", "2025-07-01 2025-07-01 day"),),
        ("5号线开通", "3日内"),
    ),
    Rule(
        "two_days",
        re.compile("(?P<pair>今明|昨今|明后)(?:两|2|二)[天日]"),
        _pair,
        (("今明两天", "2025-07-01 2025-07-02 span"),),
        ("今明两年",),
    ),
    Rule(
        "hour",
        re.compile(
            "(?:(?:北京时间|当地时间)(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上?|深夜)?"
            "|(?<![一-龥])(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|深夜))"
            "(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})[点时](?!间)"
        ),
        _this_day,
        (("上午9点", "None None day"), ("北京时间19时", "None None day")),
        ("每天上午9点", "6月11号下午3点", "上午9家"),
    ),
    Rule(
        "next_day",
        re.compile(r"(?:(?<=[，。；、])|(?<![\s\S]))(?:到了)?(?:第二天|次日|翌日)(?!的?比赛|的?会议|均)"),
        _next_day,
        (("第二天，", "None None day"), ("次日上午", "None None day"), ("翌日", "None None day")),
        ("会议第二天", "第二天的比赛", "层次日益"),
    ),
    Rule(
        "this_day",
        re.compile(
            "(?<![应每])当(?:[天日](?![量线])|[晚夜](?!间))|(?<![愿将要应会])同日(?=[，、]|上午|下午|晚|中午|凌晨|发|举|宣|公布)"
        ),
        _this_day,
        (("当天", "None None day"), ("当晚", "None None day")),
        ("每当天", "愿同日方"),
    ),
)
