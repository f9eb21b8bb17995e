"""Which lines are headlines, and what belongs to which article."""

from __future__ import annotations

from etl.model import Issue
from tests.reading.page import dense, paragraphs, spaced


def titles(issue: Issue) -> list[str]:
    return [article.title for article in issue.articles]


def furniture(issue: Issue) -> list[str]:
    return [issue.text[start:end] for start, end in issue.furniture]


def test_a_front_page() -> None:
    issue = spaced(
        "博览会在样例市开幕",
        "本报讯 记者齐明报道：6月27日，博览会开幕。",
        "负责人指出，企业超6000万户。(下转第2版)",
        "标准化方案印发",
        "本报讯 方案近日印发。",
        "将推动清单实施。(跃文)",
        "“小块头”释放“大能量”",
        "本报记者 齐明",
        "会拧螺丝的机器人吸引了观众。",
        "练就独门绝技",
        "“百炼”化为“绕指”",
        "带钢厚度仅为一张纸的1/6。",
        "(下转第8版)",
    )
    first, second, third = issue.articles
    assert titles(issue) == ["博览会在样例市开幕", "标准化方案印发", "“小块头”释放“大能量”"]
    assert [article.page for article in issue.articles] == [1, 1, 1]
    assert (first.byline, second.byline, third.byline) == ("齐明", "跃文", "本报记者 齐明")
    assert (first.jump_to, second.jump_to, third.jump_to) == ("2", None, "8")
    assert [role for role, _ in paragraphs(third)] == ["headline", "lead", "subhead", "subhead", "body"]
    assert furniture(issue)[-4:] == ["(下转第2版)", "(跃文)", "本报记者 齐明", "(下转第8版)"]


def test_ids_number_articles_and_sentences() -> None:
    issue = spaced("标题一", "本报讯 一句。两句。", "标题二", "本报讯 三句。")
    assert issue.issue_id == "样例电子报-2025-07-01"
    assert [article.article_id for article in issue.articles] == [f"{issue.issue_id}-a01", f"{issue.issue_id}-a02"]
    sentences = issue.articles[0].sentences
    assert [sentence.sentence_id[-8:] for sentence in sentences] == ["a01-s001", "a01-s002", "a01-s003"]
    assert [(sentence.paragraph, sentence.role) for sentence in sentences] == [
        (-1, "headline"),
        (0, "lead"),
        (0, "lead"),
    ]


def test_an_archives_day() -> None:
    issue = dense(
        "上月出口增长 形势向好？",
        "样例网消息(新闻联播)：海关今天公布数据。\n出口增长5.4%；进口下降2.9%。",
        "新线开通",
        "样例网消息（新闻联播）：新线今天开通。",
    )
    assert titles(issue) == ["上月出口增长 形势向好？", "新线开通"]
    assert [article.page for article in issue.articles] == [None, None]


def test_the_briefs_of_a_digest_are_articles() -> None:
    issue = dense(
        "国内联播快讯",
        "样例网消息(新闻联播)：\n1月吸收外资增长3.2%\n今年1月吸收外资882.5亿元。\n假日接待游客3亿人次\n接待游客3.02亿人次。\n收入增长。",
        "夏粮丰收",
        "样例网消息(新闻联播)：夏粮丰收。\n三夏进度过半\n麦收进度过半。",
    )
    assert titles(issue) == ["1月吸收外资增长3.2%", "假日接待游客3亿人次", "夏粮丰收"]
    assert [text for _, text in paragraphs(issue.articles[1])] == [
        "假日接待游客3亿人次",
        "接待游客3.02亿人次。",
        "收入增长。",
    ]
    assert ("subhead", "三夏进度过半") in paragraphs(issue.articles[2])
    assert "国内联播快讯" in furniture(issue)


def test_a_digest_without_headlines_of_its_own_is_an_article() -> None:
    issue = dense("国内联播快讯", "样例网消息(新闻联播)：夏粮今年丰收，产量增加。")
    assert titles(issue) == ["国内联播快讯"]


def test_a_headline_that_an_archive_prints_again() -> None:
    issue = dense(
        "贸易平衡与近200个国家和地区（经济聚",
        "贸易平衡与近200个国家和地区（经济聚焦）【作者：王小明】本报记者　王小明\n出口增长了近30%。",
    )
    (article,) = issue.articles
    assert article.title == "贸易平衡与近200个国家和地区（经济聚焦）"
    assert article.byline == "王小明"
    assert [role for role, _ in paragraphs(article)] == ["headline", "headline", "lead"]


def test_a_report_with_what_its_page_left_behind() -> None:
    issue = dense(
        "2026年样例省政府工作报告",
        "加大\n还原\n】\n2026年样例省政府工作报告\n——2026年2月3日在样例省人民代表大会上\n"
        "来源：样例日报\n时间：2026-02-09\n省长 刘某\n省长刘某作报告。本报记者 王小明 摄\n"
        "各位代表：\n现在，我向大会报告工作。\n一、工作回顾\n一年来，经济增长5.7%。",
    )
    (article,) = issue.articles
    assert article.byline == "省长 刘某"
    assert [role for role, _ in paragraphs(article)] == [
        "headline",
        "headline",
        "headline",
        "body",
        "body",
        "lead",
        "subhead",
        "body",
    ]
    assert furniture(issue)[3:6] == ["加大", "还原", "】"]


def test_a_subtitle_is_no_title_however_short_the_line_above_it() -> None:
    issue = dense("工作报告", "——2026年2月3日在样例市人民代表大会上\n各位代表：\n现在，我向大会报告工作。")
    assert titles(issue) == ["工作报告"]


def test_a_list_that_ends_above_a_headline_stays_with_its_article() -> None:
    issue = dense(
        "代表团名单公布", "样例网消息：名单公布。\n团长王小明\n团员李大方", "航展开放", "样例网消息：航展今天开放。"
    )
    assert titles(issue) == ["代表团名单公布", "航展开放"]
    assert [text for role, text in paragraphs(issue.articles[0]) if role == "subhead"] == ["团长王小明", "团员李大方"]


def test_pages_and_jumps_from_pages() -> None:
    issue = spaced(
        "要闻一则",
        "本报讯 要闻如上。",
        "第03版：产业",
        "企业用好政策",
        "（上接第1版）企业要用好政策。",
        "02版",
        "另一则",
        "本报讯 另一则。",
    )
    assert [(article.title, article.page, article.jump_from) for article in issue.articles] == [
        ("要闻一则", 1, None),
        ("企业用好政策", 3, "1"),
        ("另一则", 2, None),
    ]


def test_the_dateline_of_an_article() -> None:
    issue = dense("外贸增长", "本报北京4月19日讯 外贸增长。", "车企扩产", "车企扩产。\n（本报东京8月23日电）")
    assert [article.dateline for article in issue.articles] == ["本报北京4月19日讯", "本报东京8月23日电"]
