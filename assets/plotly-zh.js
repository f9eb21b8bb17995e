/* Plotly's own words in Chinese, those that this page can show. */
(function () {
  "use strict";
  const months = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];
  const days = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];
  const locale = {
    moduleType: "locale",
    name: "zh-CN",
    dictionary: {
      "Download plot as a PNG": "下载图片（PNG）",
      "Download plot": "下载图片",
      "Preparing image - this may take a few seconds": "正在生成图片……",
      "Image download succeeded": "图片已下载",
      "Sorry, there was a problem downloading your image!": "图片没有生成成功",
      "Double-click to zoom back out": "双击恢复原范围",
    },
    format: {
      days: days,
      shortDays: days.map((day) => day.slice(2)),
      months: months,
      shortMonths: months,
      date: "%Y-%m-%d",
      year: "%Y年",
      month: "%Y年%-m月",
      dayMonth: "%-m月%-d日",
      dayMonthYear: "%Y年%-m月%-d日",
    },
  };
  if (window.Plotly) window.Plotly.register(locale);
  else window.PlotlyLocales = (window.PlotlyLocales || []).concat([locale]);
})();
