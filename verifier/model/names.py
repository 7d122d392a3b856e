"""What kinds, roles and states are called by people: Chinese."""

from __future__ import annotations

from collections.abc import Mapping

FILE_STATUSES: Mapping[str, str] = {
    "read": "已读取",
    "partly-read": "部分读取",
    "unreadable": "无法读取",
    "unsupported": "格式不支持",
    "refused": "已拒收",
    "ignored": "系统文件，已略过",
}
FILE_KINDS: Mapping[str, str] = {
    "image": "图片",
    "pdf": "PDF",
    "word": "Word",
    "sheet": "表格",
    "text": "文本",
    "archive": "压缩包",
    "other": "其他",
}
FACT_NAMES: Mapping[str, str] = {
    "title": "标题",
    "heading": "小标题",
    "roster": "名册",
    "table-left-out": "略去的表",
    "document-type": "材料类型",
    "school": "学校",
    "picture": "图片类型",
    "screen": "截图内容",
    "post": "推送",
    "date": "日期",
    "area": "面积",
    "count": "数量",
    "percent": "比例",
    "seal": "印章",
    "staff": "工作人员",
    "liaison": "联络员",
    "form-school": "表中的学校",
    "form-year": "表中的年度",
    "self-score": "学校自评",
    "internship": "实习",
    "agreement": "就业协议",
    "event": "活动",
    "earlier": "往年结果",
    "text": "正文",
    "statement": "情况说明",
}
"""name of a kind of fact → what it is called"""
ROLE_NAMES: Mapping[str, str] = {
    "published": "发布",
    "issued": "落款",
    "taken": "拍摄",
    "event": "活动",
    "printed": "印在材料上",
    "subject": "材料所属",
    "issuer": "出具",
    "account": "账号",
    "mention": "提到",
}
"""role of a date or a school"""
VALUE_NAMES: Mapping[str, str] = {
    "screenshot": "截图",
    "perhaps-screenshot": "可能是截图",
    "photo": "照片",
    "scan": "扫描件",
    "design": "设计稿",
    "wechat-article": "微信文章",
    "wechat-list": "微信文章列表",
    "web-article": "网页文章",
    "web-list": "网页列表",
    "chat": "聊天",
    "none": "其他界面",
    "screen": "其他界面",
    "round": "圆形",
    "oval": "椭圆形",
    "unseen": "页面上看不到",
}
"""value of a fact that is one of a fixed few: what a picture is, what a screen shows, the shape of a seal"""
