<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>common</name>
    <message id="back">
        <translation>上一步</translation>
    </message>
    <message id="next">
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>office</name>
    <message id="office.where">
        <translation>{name}：{address}</translation>
    </message>
    <message id="office.when">
        <translation>{hours}，电话 {phone}</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message id="language.name">
        <translation>中文</translation>
    </message>
    <message id="language.title">
        <translation>选择语言</translation>
    </message>
</context>
<context>
    <name>header</name>
    <message id="header.stations">
        <extracomment>What stations are called, longest first: left out of their names where there is no room</extracomment>
        <translation>便民服务中心 便民服务站 政务服务中心 政务服务站 党群服务中心 服务中心 服务站</translation>
    </message>
    <message id="header.language">
        <translation>其他语言 Language</translation>
    </message>
    <message id="header.help">
        <translation>找人帮忙</translation>
    </message>
</context>
<context>
    <name>view</name>
    <message id="view.high_contrast">
        <translation>黑底亮字</translation>
    </message>
    <message id="view.large_print">
        <translation>大字</translation>
    </message>
    <message id="view.spoken">
        <translation>朗读</translation>
    </message>
    <message id="view.lower">
        <translation>放低</translation>
    </message>
    <message id="view.raise">
        <translation>放回</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message id="speech.again">
        <translation>再听</translation>
    </message>
    <message id="speech.quieter">
        <translation>小声</translation>
    </message>
    <message id="speech.louder">
        <translation>大声</translation>
    </message>
    <message id="speech.slower">
        <translation>慢些</translation>
    </message>
    <message id="speech.faster">
        <translation>快些</translation>
    </message>
    <message id="speech.chosen">
        <translation>已选</translation>
    </message>
    <message id="speech.withheld">
        <translation>号码和姓名只显示在屏幕上，不念出来</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message id="help.title">
        <translation>有人帮您</translation>
    </message>
    <message id="help.lead">
        <translation>您填的内容还在，回来接着办就行。</translation>
    </message>
    <message id="help.close">
        <translation>回去接着办</translation>
    </message>
    <message id="help.staff">
        <translation>{station}的工作人员</translation>
    </message>
    <message id="help.staff_named">
        <translation>{name}，{station}</translation>
    </message>
    <message id="help.staff_hint">
        <translation>招呼一声，就到机器旁边来。</translation>
    </message>
    <message id="help.staff_hours">
        <translation>{hours}在，招呼一声就来。</translation>
    </message>
    <message id="help.phone">
        <translation>站里电话 {phone}</translation>
    </message>
    <message id="help.phone_hint">
        <translation>没看见人，就打这个电话。</translation>
    </message>
    <message id="help.city">
        <translation>打 12345</translation>
    </message>
    <message id="help.city_hint">
        <translation>全天有人接，说出您要办的事就行。</translation>
    </message>
    <message id="help.call_me">
        <translation>请人打给我</translation>
    </message>
    <message id="help.call_me_hint">
        <translation>留个电话，{promise}打给您，也能上门</translation>
    </message>
    <message id="help.promise_one">
        <translation>1 个工作日内</translation>
    </message>
    <message id="help.promise_more">
        <translation>{days} 个工作日内</translation>
    </message>
</context>
<context>
    <name>leave</name>
    <message id="leave.ask">
        <translation>不办了，清除</translation>
    </message>
    <message id="leave.title">
        <translation>不办了吗？</translation>
    </message>
    <message id="leave.lead">
        <translation>填好的内容会马上清除，不留在机器里。以后随时可以再来。</translation>
    </message>
    <message id="leave.stay">
        <translation>接着办</translation>
    </message>
    <message id="leave.confirm">
        <translation>清除，离开</translation>
    </message>
</context>
<context>
    <name>still_there</name>
    <message id="still_there.title">
        <translation>您还在吗？</translation>
    </message>
    <message id="still_there.answers">
        <translation>时间一到，您填的内容会自动清除，不会让别人看到。还要办，点一下屏幕就行，点哪里都可以。</translation>
    </message>
    <message id="still_there.number">
        <translation>您的申请已经收好。时间一到，屏幕上的编号会收起来。还要看，点一下屏幕就行，点哪里都可以。</translation>
    </message>
    <message id="still_there.nothing">
        <translation>时间一到，屏幕会回到开头，等下一位。还要看，点一下屏幕就行，点哪里都可以。</translation>
    </message>
    <message id="still_there.stay">
        <translation>我还在</translation>
    </message>
    <message id="still_there.more_time">
        <translation>我要慢慢办，多给些时间</translation>
    </message>
    <message id="still_there.leave_answers">
        <translation>清除，离开</translation>
    </message>
    <message id="still_there.leave_number">
        <translation>看好了，离开</translation>
    </message>
    <message id="still_there.leave_nothing">
        <translation>不看了，离开</translation>
    </message>
    <message id="still_there.unit">
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>attract</name>
    <message id="attract.headline_1">
        <translation>家门口，</translation>
    </message>
    <message id="attract.headline_2">
        <translation>就能办。</translation>
    </message>
    <message id="attract.headline_full_1">
        <translation>本机满了，</translation>
    </message>
    <message id="attract.headline_full_2">
        <translation>请换一处。</translation>
    </message>
    <message id="attract.line_1">
        <translation>身份证放好，材料扫好，凭条拿好。</translation>
    </message>
    <message id="attract.line_2">
        <translation>全天开放，断网也收。</translation>
    </message>
    <message id="attract.start">
        <translation>轻触屏幕开始</translation>
    </message>
    <message id="attract.closed">
        <translation>本机暂停收件</translation>
    </message>
    <message id="attract.full_1">
        <translation>先不收新的申请；已收的都在，不会丢。</translation>
    </message>
    <message id="attract.full_2">
        <translation>请告诉工作人员，或拨打 12345，帮您就近办。</translation>
    </message>
    <message id="attract.card_1">
        <translation>读卡器上有一张忘拿的身份证，</translation>
    </message>
    <message id="attract.card_2">
        <translation>请本人拿走，或交给工作人员。</translation>
    </message>
    <message id="attract.services">
        <translation>{count} 项</translation>
    </message>
    <message id="attract.services_label">
        <translation>这里能办</translation>
    </message>
    <message id="attract.hours">
        <translation>24 小时</translation>
    </message>
    <message id="attract.hours_label">
        <translation>不打烊</translation>
    </message>
    <message id="attract.fee">
        <translation>0 元</translation>
    </message>
    <message id="attract.fee_label">
        <translation>办理不收费</translation>
    </message>
    <message id="attract.papers_1">
        <translation>材料没带齐？先受理，回头再补。</translation>
    </message>
    <message id="attract.papers_2">
        <translation>市里查得到的，不用您交。</translation>
    </message>
    <message id="attract.view_1">
        <translation>字小了，点“大字”。</translation>
    </message>
    <message id="attract.view_2">
        <translation>要人帮，点“找人帮忙”。</translation>
    </message>
    <message id="attract.open_1">
        <translation>办完说说好不好，不记名。</translation>
    </message>
    <message id="attract.open_2">
        <translation>说了就算数，评价全公开。</translation>
    </message>
    <message id="attract.out_id_card_reader_1">
        <translation>身份证暂时读不了，手动输入一样能办。</translation>
    </message>
    <message id="attract.out_id_card_reader_2">
        <translation>查进度，用凭条上的二维码或编号。</translation>
    </message>
    <message id="attract.out_document_scanner_1">
        <translation>照片暂时拍不了；不用拍材料的事照常办。</translation>
    </message>
    <message id="attract.out_document_scanner_2">
        <translation>材料能后补的先申请，其余的告诉您去哪里办。</translation>
    </message>
    <message id="attract.out_receipt_printer_1">
        <translation>凭条暂时打不出来，事情照常办。</translation>
    </message>
    <message id="attract.out_receipt_printer_2">
        <translation>编号显示在屏幕上，可以拍照或抄下来。</translation>
    </message>
    <message id="attract.notice">
        <translation>市里通知</translation>
    </message>
    <message id="attract.well">
        <translation>线路通畅</translation>
    </message>
    <message id="attract.sending">
        <translation>线路通畅，正在上报 {count} 件</translation>
    </message>
    <message id="attract.kept">
        <translation>断网也收，{count} 件已存好</translation>
    </message>
    <message id="attract.down">
        <translation>断网也收，放心办</translation>
    </message>
    <message id="attract.good_label">
        <translation>本月好评</translation>
    </message>
    <message id="attract.settled_label">
        <translation>本月办成</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message id="home.title">
        <translation>您好，今天办什么？</translation>
    </message>
    <message id="home.help">
        <translation>找不到？请人帮</translation>
    </message>
    <message id="home.help_hint">
        <translation>说出您的事，我们来想办法</translation>
    </message>
    <message id="home.leave">
        <translation>不办了</translation>
    </message>
    <message id="home.cases">
        <translation>我的办件</translation>
    </message>
    <message id="home.cases_hint">
        <translation>查进度，补材料</translation>
    </message>
    <message id="home.search">
        <translation>搜事项：输入拼音首字母，如 jzdj</translation>
    </message>
    <message id="home.packages">
        <translation>一件事，一次办</translation>
    </message>
    <message id="home.matters">
        <translation>全部事项</translation>
    </message>
    <message id="home.departments">
        <translation>按部门找</translation>
    </message>
    <message id="home.report">
        <translation>找茬提意见</translation>
    </message>
    <message id="home.report_hint">
        <translation>告诉我们，不用留名</translation>
    </message>
</context>
<context>
    <name>guide</name>
    <message id="guide.looked_up">
        <translation>市里能查到就不用交，查不到再交</translation>
    </message>
    <message id="guide.excludes">
        <translation>不和“{name}”一起办</translation>
    </message>
    <message id="guide.minutes">
        <translation>{minutes} 分钟</translation>
    </message>
    <message id="guide.minutes_label">
        <translation>在这里用时</translation>
    </message>
    <message id="guide.limit_label">
        <translation>最晚办好</translation>
    </message>
    <message id="guide.materials">
        <translation>要准备什么</translation>
    </message>
    <message id="guide.card">
        <translation>身份证</translation>
    </message>
    <message id="guide.card_hint">
        <translation>放上去自动填好；没带，手动填写</translation>
    </message>
    <message id="guide.one_of">
        <translation>{names}，选一样</translation>
    </message>
    <message id="guide.or">
        <translation>、</translation>
    </message>
    <message id="guide.defer_hint">
        <translation>没带？先受理，{days} 天内补</translation>
    </message>
    <message id="guide.perhaps">
        <translation>还可能要：{names}</translation>
    </message>
    <message id="guide.perhaps_hint">
        <translation>看您的回答，到时候告诉您</translation>
    </message>
    <message id="guide.depends">
        <translation>看情况</translation>
    </message>
    <message id="guide.results">
        <translation>办完您会拿到</translation>
    </message>
    <message id="guide.slip">
        <translation>一张受理凭条，上面有编号</translation>
    </message>
    <message id="guide.unsure">
        <translation>拿不准也请点开始，我们告诉您怎么办</translation>
    </message>
    <message id="guide.back">
        <translation>回首页</translation>
    </message>
    <message id="guide.start">
        <translation>开始办理</translation>
    </message>
    <message id="guide.printer-open">
        <translation>按下按钮，打开打印机上盖</translation>
    </message>
    <message id="guide.printer-roll">
        <translation>放入新纸卷，纸头从下面出来，朝向自己</translation>
    </message>
    <message id="guide.printer-close">
        <translation>留一截纸在外面，合上盖子，两边压到咔哒一声</translation>
    </message>
    <message id="guide.printer-look">
        <translation>看盖子下面有没有夹住纸</translation>
    </message>
    <message id="guide.printer-jam">
        <translation>慢慢抽出卡住的纸，不要碰切刀</translation>
    </message>
    <message id="guide.printer-take">
        <translation>取走出纸口的凭条，交还或销毁</translation>
    </message>
    <message id="guide.printer-cool">
        <translation>等几分钟，让打印头凉下来；不要盖住散热孔</translation>
    </message>
    <message id="guide.plug-device">
        <translation>设备这一头的插头：拔下，再插紧</translation>
    </message>
    <message id="guide.reader-plug">
        <translation>读卡器的线：拔下，再插紧</translation>
    </message>
    <message id="guide.camera-plug">
        <translation>拍照仪的线：拔下，再插紧</translation>
    </message>
    <message id="guide.camera-wipe">
        <translation>用软布轻轻擦镜头，不要用水</translation>
    </message>
    <message id="guide.camera-lamp">
        <translation>看灯亮不亮；太暗或有反光，把灯转一转</translation>
    </message>
    <message id="guide.camera-paper">
        <translation>放一张纸再拍：铺平，四个角都要看得见</translation>
    </message>
    <message id="guide.feeder-open">
        <translation>打开扫描仪的盖子</translation>
    </message>
    <message id="guide.feeder-pull">
        <translation>两手捏住纸，顺着走纸方向慢慢抽出</translation>
    </message>
    <message id="guide.feeder-close">
        <translation>合上盖子，两边压到咔哒一声</translation>
    </message>
    <message id="guide.stick-in">
        <translation>把 U 盘插在机器上</translation>
    </message>
    <message id="guide.stick-write">
        <translation>选“U 盘送件、收回执”，写好送到区里</translation>
    </message>
    <message id="guide.plug-machine">
        <translation>机器那一头的插头：也插紧</translation>
    </message>
    <message id="guide.light-green">
        <translation>等设备的灯亮，几秒后这里变绿</translation>
    </message>
    <message id="guide.restart-devices">
        <translation>在总览里选“重新启动”“三个设备”</translation>
    </message>
    <message id="guide.call-service">
        <translation>还没好就报修，说出上面这一句</translation>
    </message>
    <message id="guide.line-cable">
        <translation>网线两头都插紧，旁边的小灯要亮</translation>
    </message>
    <message id="guide.line-router">
        <translation>路由器拔电，等十秒，再插上</translation>
    </message>
</context>
<context>
    <name>demand</name>
    <message id="demand.required">
        <translation>必须</translation>
    </message>
    <message id="demand.card">
        <translation>最好带</translation>
    </message>
    <message id="demand.deferrable">
        <translation>可以后补</translation>
    </message>
    <message id="demand.declared">
        <translation>写声明就行</translation>
    </message>
    <message id="demand.exempt">
        <translation>免提交</translation>
    </message>
</context>
<context>
    <name>limit</name>
    <message id="limit.at_once">
        <translation>当场办结</translation>
    </message>
    <message id="limit.working_days">
        <translation>{days} 个工作日</translation>
    </message>
    <message id="limit.days">
        <translation>{days} 天</translation>
    </message>
</context>
<context>
    <name>date</name>
    <message id="date.day">
        <translation>{year} 年 {month} {day} 日</translation>
    </message>
    <message id="date.year">
        <translation>年</translation>
    </message>
    <message id="date.month">
        <translation>月</translation>
    </message>
    <message id="date.day_of_month">
        <translation>日</translation>
    </message>
    <message id="date.months">
        <translation>1 月|2 月|3 月|4 月|5 月|6 月|7 月|8 月|9 月|10 月|11 月|12 月</translation>
    </message>
    <message id="date.turned_year">
        <translation>{year} 年</translation>
    </message>
    <message id="date.turned_day">
        <translation>{day} 日</translation>
    </message>
    <message id="date.month_of">
        <translation>{year} 年 {month}</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message id="progress.label">
        <translation>{at} / {of}  {step} · {detail}</translation>
    </message>
    <message id="progress.identify">
        <translation>确认是您本人</translation>
    </message>
    <message id="progress.fill">
        <translation>填写信息</translation>
    </message>
    <message id="progress.scan">
        <translation>拍材料</translation>
    </message>
    <message id="progress.review">
        <translation>核对</translation>
    </message>
    <message id="progress.done">
        <translation>编号和凭条</translation>
    </message>
</context>
<context>
    <name>identify</name>
    <message id="identify.title">
        <translation>请把身份证放在亮灯处</translation>
    </message>
    <message id="identify.lead">
        <translation>人像面朝上，平放，不要移动。约 2 秒。</translation>
    </message>
    <message id="identify.title_unavailable">
        <translation>读卡器暂时用不了</translation>
    </message>
    <message id="identify.lead_unavailable">
        <translation>不耽误您办事，从下面选一种办法。</translation>
    </message>
    <message id="identify.title_left">
        <translation>请先拿走这张身份证</translation>
    </message>
    <message id="identify.lead_left">
        <translation>是上一位忘在这里的。拿走以后，再放您自己的。</translation>
    </message>
    <message id="identify.title_unread">
        <translation>这张卡没有读出来</translation>
    </message>
    <message id="identify.lead_unread">
        <translation>擦一擦，换一面，平放。也可以选别的办法。</translation>
    </message>
    <message id="identify.retry_unread">
        <translation>再读一次</translation>
    </message>
    <message id="identify.retry_unread_hint">
        <translation>先擦干净，换一面放平</translation>
    </message>
    <message id="identify.reading">
        <translation>看到卡了，正在读，请不要动</translation>
    </message>
    <message id="identify.ready">
        <translation>读卡器已就绪，等您放卡</translation>
    </message>
    <message id="identify.type">
        <translation>没带身份证？手动填写</translation>
    </message>
    <message id="identify.type_unread">
        <translation>改为手动填写</translation>
    </message>
    <message id="identify.type_hint">
        <translation>也能办；工作人员会与您核对</translation>
    </message>
    <message id="identify.retry">
        <translation>再试一次读卡器</translation>
    </message>
    <message id="identify.retry_hint">
        <translation>工作人员处理过以后，点这里</translation>
    </message>
    <message id="identify.helper">
        <translation>请人帮忙</translation>
    </message>
    <message id="identify.helper_hint">
        <translation>招呼工作人员，或打 12345</translation>
    </message>
    <message id="expired.title">
        <translation>这张证 {day}过期了</translation>
    </message>
    <message id="expired.lead">
        <translation>不耽误这次申请，也请您尽快换新证。</translation>
    </message>
    <message id="expired.renew">
        <translation>去哪里换</translation>
    </message>
    <message id="expired.renew_resident">
        <translation>带旧证去就近的派出所，外地户口也能换。打 12345 问是哪一家。</translation>
    </message>
    <message id="expired.renew_other">
        <translation>去公安部门换，打 12345 问是哪一家、带什么。</translation>
    </message>
    <message id="expired.meanwhile">
        <translation>这次怎么办</translation>
    </message>
    <message id="expired.meanwhile_hint">
        <translation>现在就能接着办。到期的日子会写在申请里，要不要新证，由办这件事的部门告诉您。</translation>
    </message>
    <message id="expired.go_on">
        <translation>知道了，接着办</translation>
    </message>
</context>
<context>
    <name>reader</name>
    <message id="reader.other">
        <translation>读卡器出了点问题，请招呼工作人员</translation>
    </message>
    <message id="reader.no_device">
        <translation>没有找到读卡器，请招呼工作人员</translation>
    </message>
    <message id="reader.no_answer">
        <translation>读卡器没有回应，请招呼工作人员</translation>
    </message>
    <message id="reader.no_card">
        <translation>还没有看到身份证，请放在亮灯处</translation>
    </message>
    <message id="reader.card_left">
        <translation>上一位的身份证还在这里，请先拿起来交给工作人员</translation>
    </message>
    <message id="reader.card_moved">
        <translation>卡动了一下，请拿起来，重新平放</translation>
    </message>
    <message id="reader.card_rejected">
        <translation>这张卡读不了，请放二代身份证或居住证</translation>
    </message>
    <message id="reader.card_unreadable">
        <translation>没有读清楚，擦一擦，重新平放</translation>
    </message>
</context>
<context>
    <name>number</name>
    <message id="number.left">
        <translation>还差 {left} 位</translation>
    </message>
    <message id="number.complete">
        <translation>位数够了</translation>
    </message>
    <message id="number.clear">
        <translation>清空</translation>
    </message>
    <message id="number.erase">
        <translation>退格</translation>
    </message>
    <message id="number.phone">
        <translation>手机号码</translation>
    </message>
    <message id="number.id_number">
        <translation>18 位身份证号码</translation>
    </message>
    <message id="number.bank_account">
        <translation>16 到 19 位卡号</translation>
    </message>
    <message id="number.disability_certificate">
        <translation>20 位残疾人证号</translation>
    </message>
    <message id="number.count">
        <translation>{least} 到 {most}</translation>
    </message>
    <message id="number.typed">
        <translation>已输 {typed} 位</translation>
    </message>
</context>
<context>
    <name>type_number</name>
    <message id="type_number.title">
        <translation>请输入身份证号码</translation>
    </message>
    <message id="type_number.lead">
        <translation>18 位，最后一位可能是 X。</translation>
    </message>
    <message id="type_number.placeholder">
        <translation>18 位号码</translation>
    </message>
    <message id="type_number.why">
        <translation>这份申请会注明“未刷卡核验”，工作人员会再与您核对一次。</translation>
    </message>
    <message id="type_number.wrong">
        <translation>这个号码有一位不对，请对照身份证再看一遍，改好再点下一步。</translation>
    </message>
</context>
<context>
    <name>type_name</name>
    <message id="type_name.title">
        <translation>请输入您的姓名</translation>
    </message>
    <message id="type_name.lead">
        <translation>和身份证上一样。用拼音打字，点选汉字。</translation>
    </message>
    <message id="type_name.placeholder">
        <translation>姓名</translation>
    </message>
    <message id="type_name.wrong">
        <translation>姓名至少两个字，请对照身份证再看一遍。</translation>
    </message>
</context>
<context>
    <name>advise</name>
    <message id="advise.others">
        <translation>看看别的事</translation>
    </message>
    <message id="advise.because">
        <translation>因为您说，{label}：{answer}</translation>
    </message>
    <message id="advise.because_of">
        <translation>因为您填的“{label}”</translation>
    </message>
    <message id="advise.bring">
        <translation>要带什么</translation>
    </message>
    <message id="advise.ask">
        <translation>请人帮我办</translation>
    </message>
    <message id="advise.ask_hint">
        <translation>留个电话，街道的工作人员来找您</translation>
    </message>
    <message id="advise.instead">
        <translation>接着办：{name}</translation>
    </message>
    <message id="advise.instead_hint">
        <translation>身份证不用再放，填过的也留着</translation>
    </message>
    <message id="advise.go_on">
        <translation>知道了，接着办别的</translation>
    </message>
    <message id="advise.not_called_for">
        <translation>{name}：这次先不用办</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message id="text.placeholder">
        <translation>点这里，用拼音打字</translation>
    </message>
    <message id="text.left">
        <translation>还能写 {left} 个字</translation>
    </message>
    <message id="text.clear">
        <translation>清空</translation>
    </message>
    <message id="text.credit_code">
        <translation>18 位，数字和大写字母</translation>
    </message>
</context>
<context>
    <name>wrong</name>
    <message id="wrong.choice">
        <translation>请点选一项，再点下一步。</translation>
    </message>
    <message id="wrong.phone">
        <translation>是 1 开头的 11 位数字，请再看一遍。</translation>
    </message>
    <message id="wrong.text">
        <translation>请至少写两个字，再点下一步。</translation>
    </message>
    <message id="wrong.date">
        <translation>这一天还没到，请选今天或以前的日子。</translation>
    </message>
    <message id="wrong.field">
        <translation>{label}：{remedy}</translation>
    </message>
    <message id="wrong.address">
        <translation>请写到门牌号，至少两个字，例如 5 区 12 号楼。</translation>
    </message>
    <message id="wrong.amount">
        <translation>请写 {least} 到 {most} 元之间的数。</translation>
    </message>
    <message id="wrong.signature">
        <translation>再写大一点、写全，或者点下面用名字确认。</translation>
    </message>
    <message id="wrong.choices">
        <translation>请至少点选一项，再点下一步。</translation>
    </message>
    <message id="wrong.month">
        <translation>这个月还没到，请选本月或以前的月份。</translation>
    </message>
    <message id="wrong.late">
        <translation>最晚可以选 {last}。</translation>
    </message>
    <message id="wrong.past">
        <translation>请选 {first}或以后的。</translation>
    </message>
    <message id="wrong.early">
        <translation>请选 {first}或以后的，不早于“{other}”。</translation>
    </message>
    <message id="wrong.region">
        <translation>请再点一个城市，再点下一步。</translation>
    </message>
    <message id="wrong.id_number">
        <translation>有一位不对，请对照身份证再看一遍。</translation>
    </message>
    <message id="wrong.bank_account">
        <translation>16 到 19 位，有一位不对，请对照银行卡再看。只有存折，就点“找人帮忙”。</translation>
    </message>
    <message id="wrong.disability_certificate">
        <translation>有一位不对，请对照证件再看一遍，一共 20 位。</translation>
    </message>
    <message id="wrong.count">
        <translation>请写 {least} 到 {most} 之间的数。</translation>
    </message>
    <message id="wrong.credit_code">
        <translation>有一位不对，请对照营业执照再看。</translation>
    </message>
    <message id="wrong.person_name">
        <translation>请写姓名，至少两个字，不要数字。</translation>
    </message>
    <message id="wrong.same">
        <translation>和“{other}”一样了，请写另一个号码。</translation>
    </message>
    <message id="wrong.twice">
        <translation>和第一遍不一样，请对照卡再看。第一遍写错了，点“上一步”重写。</translation>
    </message>
</context>
<context>
    <name>address</name>
    <message id="address.district">
        <translation>先点区或县</translation>
    </message>
    <message id="address.street">
        <translation>再点街道或镇</translation>
    </message>
    <message id="address.community">
        <translation>再点社区或村</translation>
    </message>
    <message id="address.unlisted">
        <translation>这里没有，自己写</translation>
    </message>
    <message id="address.unlisted_hint">
        <translation>新建的小区、记不清的，写下来就行</translation>
    </message>
    <message id="address.unlisted_chip">
        <translation>自己写</translation>
    </message>
    <message id="address.keys">
        <translation>区 号楼 单元 室 号 -</translation>
    </message>
</context>
<context>
    <name>twice</name>
    <message id="twice.title">
        <translation>请把{label}再输一遍</translation>
    </message>
    <message id="twice.lead">
        <translation>两遍一样，就不会写错。</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message id="choices.lead">
        <translation>可以选几项。{help}</translation>
    </message>
</context>
<context>
    <name>region</name>
    <message id="region.province">
        <translation>{help}先点省份。</translation>
    </message>
    <message id="region.city">
        <translation>再点城市。{help}</translation>
    </message>
</context>
<context>
    <name>amount</name>
    <message id="amount.yuan">
        <translation>{amount} 元</translation>
    </message>
    <message id="amount.bounds">
        <translation>{least} 到 {most} 元</translation>
    </message>
</context>
<context>
    <name>signature</name>
    <message id="signature.here">
        <translation>用手指在这里写名字</translation>
    </message>
    <message id="signature.undo">
        <translation>退一笔</translation>
    </message>
    <message id="signature.clear">
        <translation>重写</translation>
    </message>
    <message id="signature.named">
        <translation>不方便写？用名字确认</translation>
    </message>
    <message id="signature.named_hint">
        <translation>用前面核对过的姓名作签名；要手写时会联系您</translation>
    </message>
</context>
<context>
    <name>scan</name>
    <message id="scan.count">
        <translation>第 {at} 样，共 {of} 样</translation>
    </message>
    <message id="scan.title">
        <translation>请放{name}，第 {page} 页</translation>
    </message>
    <message id="scan.check">
        <translation>{name}第 {page} 页，看得清吗？</translation>
    </message>
    <message id="scan.check_lead">
        <translation>看得清就点“这样就好”，看不清再拍一次。</translation>
    </message>
    <message id="scan.status_live">
        <translation>铺平，四角露出来，放稳就自动拍</translation>
    </message>
    <message id="scan.status_next">
        <translation>换上这一张，放平，再点“拍照”</translation>
    </message>
    <message id="scan.status_glass">
        <translation>放好材料，再点“扫描”</translation>
    </message>
    <message id="scan.status_taking">
        <translation>正在拍，请不要动</translation>
    </message>
    <message id="scan.status_check">
        <translation>拍好了</translation>
    </message>
    <message id="scan.status_unavailable">
        <translation>暂时拍不了</translation>
    </message>
    <message id="scan.page">
        <translation>第 {page} 页</translation>
    </message>
    <message id="scan.take">
        <translation>拍照</translation>
    </message>
    <message id="scan.scan">
        <translation>扫描</translation>
    </message>
    <message id="scan.retry">
        <translation>再试一次</translation>
    </message>
    <message id="scan.accept">
        <translation>这样就好</translation>
    </message>
    <message id="scan.retake">
        <translation>重拍</translation>
    </message>
    <message id="scan.add">
        <translation>再拍一页</translation>
    </message>
    <message id="scan.enough">
        <translation>够了，不加页</translation>
    </message>
    <message id="scan.defer">
        <translation>没带，{days} 天内补</translation>
    </message>
    <message id="scan.leave">
        <translation>这一样下次再补</translation>
    </message>
    <message id="scan.kept">
        <translation>{name}，第 {page} 页</translation>
    </message>
    <message id="scan.kept_lead">
        <translation>已经收好。看不清的可以去掉，再拍一次。</translation>
    </message>
    <message id="scan.status_kept">
        <translation>已经收好</translation>
    </message>
    <message id="scan.pages">
        <translation>已拍 {taken} 页，最多 {most} 页</translation>
    </message>
    <message id="scan.remove">
        <translation>去掉这一页</translation>
    </message>
    <message id="scan.defer_hint">
        <translation>{day}前，到任何一台机器补交</translation>
    </message>
    <message id="scan.exempt">
        <translation>{name}不用拍：市里已查到</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message id="verdict.sharp">
        <translation>清晰</translation>
    </message>
    <message id="verdict.corners">
        <translation>四角齐全</translation>
    </message>
    <message id="verdict.no_page">
        <translation>没有看清纸边</translation>
    </message>
    <message id="verdict.blurred">
        <translation>有点模糊，放稳再拍</translation>
    </message>
    <message id="verdict.cut_off">
        <translation>有一边没拍到，往中间挪</translation>
    </message>
    <message id="verdict.too_dark">
        <translation>有点暗，转个方向</translation>
    </message>
    <message id="verdict.glare">
        <translation>有点反光，转一下</translation>
    </message>
</context>
<context>
    <name>scanner</name>
    <message id="scanner.other">
        <translation>摄像头出了点问题。请再试一次，或招呼工作人员。</translation>
    </message>
    <message id="scanner.no_device">
        <translation>没有找到摄像头，请招呼工作人员，或者以后补。</translation>
    </message>
    <message id="scanner.no_page">
        <translation>没有看清纸边。请只放一张，下面别垫别的纸，铺平，四个角都露出来，再点拍照。</translation>
    </message>
    <message id="scanner.page_too_large">
        <translation>这份材料的照片太大，市里收不下。请把不要的页去掉，或招呼工作人员。</translation>
    </message>
    <message id="scanner.no_picture">
        <translation>摄像头没有画面，修好后会自动接着拍。请招呼工作人员，或者以后补。</translation>
    </message>
    <message id="scanner.offline">
        <translation>扫描仪没准备好，修好后会自动接着办。请招呼工作人员，或者以后补。</translation>
    </message>
    <message id="scanner.busy">
        <translation>扫描仪正忙，过一会儿会自动接着办。</translation>
    </message>
    <message id="scanner.feeder_empty">
        <translation>进纸口里没有纸。请把材料放进去，再点扫描。</translation>
    </message>
    <message id="scanner.paper_jam">
        <translation>扫描仪卡纸了，请招呼工作人员。取出来以后会自动接着办。</translation>
    </message>
    <message id="scanner.cover_open">
        <translation>扫描仪的盖子开着，合上以后会自动接着办。</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message id="review.title">
        <translation>请看一遍，对吗？</translation>
    </message>
    <message id="review.answers">
        <translation>您的回答</translation>
    </message>
    <message id="review.materials">
        <translation>材料</translation>
    </message>
    <message id="review.person">
        <translation>您本人</translation>
    </message>
    <message id="review.from_card">
        <translation>来自身份证</translation>
    </message>
    <message id="review.from_expired">
        <translation>来自身份证，证已过期</translation>
    </message>
    <message id="review.typed">
        <translation>手动填写，未刷卡核验</translation>
    </message>
    <message id="review.name">
        <translation>姓名</translation>
    </message>
    <message id="review.id_number">
        <translation>证号</translation>
    </message>
    <message id="review.household">
        <translation>户籍</translation>
    </message>
    <message id="review.exempt">
        <translation>市里能查到，不用交</translation>
    </message>
    <message id="review.deferred">
        <translation>先受理，{day}前补</translation>
    </message>
    <message id="review.pages">
        <translation>{pages} 页</translation>
    </message>
    <message id="review.edit">
        <translation>改</translation>
    </message>
    <message id="review.consent">
        <translation>我确认以上属实，同意把它们加密后交给{department}办理这件事。</translation>
    </message>
    <message id="review.note">
        <translation>按住被遮住的号码可以看全。离开后，本机不留任何信息。</translation>
    </message>
    <message id="review.note_adding">
        <translation>离开后，本机不留任何信息。</translation>
    </message>
    <message id="review.submit">
        <translation>没错，提交</translation>
    </message>
    <message id="review.failed">
        <translation>刚才没有存成，什么都没有发出去。请再点一次提交；仍没存成，请招呼工作人员。</translation>
    </message>
    <message id="review.title_adding">
        <translation>补交这些，对吗？</translation>
    </message>
    <message id="review.case">
        <translation>补到这件事</translation>
    </message>
    <message id="review.matter">
        <translation>事项</translation>
    </message>
    <message id="review.number">
        <translation>受理编号</translation>
    </message>
    <message id="review.from_slip">
        <translation>来自凭条</translation>
    </message>
    <message id="review.left">
        <translation>这次不补</translation>
    </message>
    <message id="review.drawn">
        <translation>手写签名</translation>
    </message>
    <message id="review.named">
        <translation>用姓名确认</translation>
    </message>
    <message id="review.declared">
        <translation>您已声明，不用交</translation>
    </message>
    <message id="review.same">
        <translation>填的和交的</translation>
    </message>
    <message id="review.same_above">
        <translation>和上面一样</translation>
    </message>
    <message id="review.fallen">
        <translation>这次先不一起办</translation>
    </message>
    <message id="review.not_sent">
        <translation>不会提交</translation>
    </message>
    <message id="review.elsewhere">
        <translation>怎么办印在凭条上</translation>
    </message>
</context>
<context>
    <name>sealing</name>
    <message id="sealing.title">
        <translation>正在加密存好</translation>
    </message>
    <message id="sealing.lead">
        <translation>很快，请不要离开。</translation>
    </message>
    <message id="sealing.stage_seal">
        <translation>加密</translation>
    </message>
    <message id="sealing.stage_keep">
        <translation>存好，丢不了</translation>
    </message>
    <message id="sealing.stage_number">
        <translation>等市里给编号</translation>
    </message>
</context>
<context>
    <name>numbering</name>
    <message id="numbering.title">
        <translation>已经存好了</translation>
    </message>
    <message id="numbering.lead">
        <translation>正在向市里要受理编号，最多 3 秒。</translation>
    </message>
</context>
<context>
    <name>done</name>
    <message id="done.headline">
        <translation>您的申请已受理</translation>
    </message>
    <message id="done.headline_offline">
        <translation>您的申请已收好</translation>
    </message>
    <message id="done.headline_refused">
        <translation>已存好，还没办成</translation>
    </message>
    <message id="done.number_online">
        <translation>受理编号</translation>
    </message>
    <message id="done.number_offline">
        <translation>离线受理号</translation>
    </message>
    <message id="done.offline_note">
        <translation>市里还没有回话，已为您妥善保存，接通后自动上报。凭这个号一样能查。</translation>
    </message>
    <message id="done.refused_note">
        <translation>已存在本机，没有丢。市里这次没有收下，工作人员会查。</translation>
    </message>
    <message id="done.next">
        <translation>接下来</translation>
    </message>
    <message id="done.today">
        <translation>今天</translation>
    </message>
    <message id="done.sent">
        <translation>已交到{department}，您不用再做什么</translation>
    </message>
    <message id="done.kept">
        <translation>已经存好，接通后自动交到{department}</translation>
    </message>
    <message id="done.refused_way">
        <translation>请告诉工作人员，或打 12345 报这个号，有人接着帮您办</translation>
    </message>
    <message id="done.until">
        <translation>{day}前</translation>
    </message>
    <message id="done.bring">
        <translation>补交：{name}（任何一台机器都可以补）</translation>
    </message>
    <message id="done.within">
        <translation>{limit}内</translation>
    </message>
    <message id="done.no_slip">
        <translation>凭条没打出来，申请已存好</translation>
    </message>
    <message id="done.no_slip_adding">
        <translation>凭条没打出来，材料已存好</translation>
    </message>
    <message id="done.taken">
        <translation>拿好凭条了</translation>
    </message>
    <message id="done.noted">
        <translation>记好了</translation>
    </message>
    <message id="done.headline_adding">
        <translation>材料补上了</translation>
    </message>
    <message id="done.number_case">
        <translation>受理编号（不变）</translation>
    </message>
    <message id="done.offline_note_adding">
        <translation>市里还没有回话，已为您妥善保存，接通后自动上报。补交登记号 {number}。</translation>
    </message>
    <message id="done.sent_adding">
        <translation>{names}已交到{department}</translation>
    </message>
    <message id="done.kept_adding">
        <translation>{names}存好了，接通后自动交到{department}</translation>
    </message>
    <message id="done.any_day">
        <translation>哪天都可以</translation>
    </message>
    <message id="done.ask">
        <translation>凭编号到任何一台机器，就能看进度</translation>
    </message>
    <message id="done.of">
        <translation>{name}：{result}</translation>
    </message>
    <message id="done.delivered">
        <translation>{result}（{delivery}）</translation>
    </message>
    <message id="done.next_wish">
        <translation>以后还可以办</translation>
    </message>
</context>
<context>
    <name>slip</name>
    <message id="slip.printing">
        <translation>凭条正在打印，请从下面取走</translation>
    </message>
    <message id="slip.printing_hint">
        <translation>出纸口的灯在闪</translation>
    </message>
    <message id="slip.printed">
        <translation>凭条打好了，请从下面取走</translation>
    </message>
    <message id="slip.printed_hint">
        <translation>热敏纸会褪色，最好拍照留存</translation>
    </message>
    <message id="slip.unknown">
        <translation>凭条应该打好了，请看下面出纸口</translation>
    </message>
    <message id="slip.unknown_hint">
        <translation>没有的话，用手机拍下这个编号</translation>
    </message>
    <message id="slip.failed">
        <translation>用手机拍下来</translation>
    </message>
    <message id="slip.failed_hint">
        <translation>扫它就能查进度，不含您的个人信息</translation>
    </message>
</context>
<context>
    <name>printer</name>
    <message id="printer.other">
        <translation>打印机出了点问题。编号就是凭据，拍下来一样有用。</translation>
    </message>
    <message id="printer.paper_out">
        <translation>凭条纸用完了。编号就是凭据，拍下来一样有用。</translation>
    </message>
    <message id="printer.cover_open">
        <translation>打印机的盖子开着。编号就是凭据，拍下来一样有用。</translation>
    </message>
    <message id="printer.paper_jam">
        <translation>打印机卡纸了。编号就是凭据，拍下来一样有用。</translation>
    </message>
    <message id="printer.overheated">
        <translation>打印机太热，歇一会儿。编号就是凭据，拍下来一样有用。</translation>
    </message>
    <message id="printer.presenter_full">
        <translation>上一张凭条还在出纸口，请先取走，这一张马上就打。</translation>
    </message>
</context>
<context>
    <name>rate</name>
    <message id="rate.title">
        <translation>这次办得怎么样？</translation>
    </message>
    <message id="rate.lead">
        <translation>不记名，谁也不知道是您。</translation>
    </message>
    <message id="rate.level_5">
        <translation>非常满意</translation>
    </message>
    <message id="rate.level_4">
        <translation>满意</translation>
    </message>
    <message id="rate.level_3">
        <translation>基本满意</translation>
    </message>
    <message id="rate.level_2">
        <translation>不满意</translation>
    </message>
    <message id="rate.level_1">
        <translation>非常不满意</translation>
    </message>
    <message id="rate.tags">
        <translation>哪里好，哪里不好？（可以不选）</translation>
    </message>
    <message id="rate.tag_clear">
        <translation>说得明白</translation>
    </message>
    <message id="rate.tag_quick">
        <translation>办得快</translation>
    </message>
    <message id="rate.tag_large_type">
        <translation>字够大</translation>
    </message>
    <message id="rate.tag_few_papers">
        <translation>材料少</translation>
    </message>
    <message id="rate.tag_slow">
        <translation>等得久</translation>
    </message>
    <message id="rate.tag_unclear">
        <translation>看不明白</translation>
    </message>
    <message id="rate.tag_papers">
        <translation>要的材料多</translation>
    </message>
    <message id="rate.tag_machine">
        <translation>机器出毛病</translation>
    </message>
    <message id="rate.tag_again">
        <translation>还得再跑一趟</translation>
    </message>
    <message id="rate.tag_attitude">
        <translation>态度不好</translation>
    </message>
    <message id="rate.note">
        <translation>评价和您的申请分开存，不能对上是谁。</translation>
    </message>
    <message id="rate.skip">
        <translation>不评了</translation>
    </message>
    <message id="rate.send">
        <translation>提交</translation>
    </message>
    <message id="rate.write">
        <translation>想多说几句？点这里写</translation>
    </message>
    <message id="rate.write_title">
        <translation>想说什么都行</translation>
    </message>
    <message id="rate.write_lead">
        <translation>不记名。说给办这件事的部门听。</translation>
    </message>
    <message id="rate.write_placeholder">
        <translation>点这里写</translation>
    </message>
    <message id="rate.write_why">
        <translation>请不要写姓名、电话和证号。</translation>
    </message>
    <message id="rate.write_done">
        <translation>写好了</translation>
    </message>
    <message id="rate.figures">
        <translation>本月全市办成 {settled} 件，好评 {share}</translation>
    </message>
</context>
<context>
    <name>goodbye</name>
    <message id="goodbye.title">
        <translation>慢走，再见</translation>
    </message>
    <message id="goodbye.title_rated">
        <translation>谢谢您的评价</translation>
    </message>
    <message id="goodbye.erased">
        <translation>您填的内容已经从这台机器上清除。</translation>
    </message>
    <message id="goodbye.belongings">
        <translation>请看看有没有落下证件、材料和凭条。</translation>
    </message>
    <message id="goodbye.card">
        <translation>您的身份证还在读卡器上，请拿走。</translation>
    </message>
    <message id="goodbye.finish">
        <translation>好了</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message id="paper.applied">
        <translation>申请 {moment}</translation>
    </message>
    <message id="paper.clock">
        <translation>承诺的日子从市里受理那天算起。</translation>
    </message>
    <message id="paper.given">
        <translation>已经办好，凭证在下面</translation>
    </message>
    <message id="paper.accepted">
        <translation>受理 {moment}</translation>
    </message>
    <message id="paper.declared">
        <translation>已声明，不用交：{names}</translation>
    </message>
    <message id="paper.delivery">
        <translation>领取方式：{way}</translation>
    </message>
    <message id="paper.fallen">
        <translation>这次没一起办：{name}</translation>
    </message>
    <message id="paper.verify">
        <translation>扫这个码，可以核验真伪</translation>
    </message>
    <message id="paper.city">
        <translation>在泉城 全办成</translation>
    </message>
    <message id="paper.title">
        <translation>受理凭条</translation>
    </message>
    <message id="paper.title_refused">
        <translation>登记凭条</translation>
    </message>
    <message id="paper.again">
        <translation>补打</translation>
    </message>
    <message id="paper.number_online">
        <translation>受理编号</translation>
    </message>
    <message id="paper.number_offline">
        <translation>离线受理号</translation>
    </message>
    <message id="paper.offline_note">
        <translation>市里还没有回话，已妥善保存，接通后自动上报。凭此号一样能查。</translation>
    </message>
    <message id="paper.refused_note">
        <translation>市里这次没有收下，申请存在本机，没有丢。工作人员会查清原因。</translation>
    </message>
    <message id="paper.nothing_to_do">
        <translation>您不用再做什么</translation>
    </message>
    <message id="paper.to_do">
        <translation>还要做</translation>
    </message>
    <message id="paper.refused_to_do">
        <translation>□ 告诉工作人员，或打 12345 报上面的号</translation>
    </message>
    <message id="paper.bring">
        <translation>□ {day}前补交：{name}</translation>
    </message>
    <message id="paper.any_terminal">
        <translation>任何一台就近办机器都可以补</translation>
    </message>
    <message id="paper.to_receive">
        <translation>会收到</translation>
    </message>
    <message id="paper.phone">
        <translation>短信通知 {phone}</translation>
    </message>
    <message id="paper.fee">
        <translation>收费：{fee}（{note}）</translation>
    </message>
    <message id="paper.received">
        <translation>已收材料：{names}</translation>
    </message>
    <message id="paper.exempt">
        <translation>免提交：{names}（市里已有）</translation>
    </message>
    <message id="paper.pages">
        <translation>{name} {pages} 页</translation>
    </message>
    <message id="paper.comma">
        <translation>、</translation>
    </message>
    <message id="paper.ask">
        <translation>扫码查进度，或打 12345</translation>
    </message>
    <message id="paper.keep">
        <translation>热敏纸会褪色，请拍照留存</translation>
    </message>
    <message id="paper.title_adding">
        <translation>补交凭条</translation>
    </message>
    <message id="paper.number_case">
        <translation>受理编号</translation>
    </message>
    <message id="paper.number_adding">
        <translation>补交登记号</translation>
    </message>
    <message id="paper.trial_title">
        <translation>试打</translation>
    </message>
    <message id="paper.trial_words">
        <translation>打印正常。这张可以扔掉。 0123456789 ABC</translation>
    </message>
</context>
<context>
    <name>remedy</name>
    <message id="remedy.not_open">
        <translation>先打开设备再使用</translation>
    </message>
    <message id="remedy.invalid">
        <translation>改正设备的设置或请求</translation>
    </message>
    <message id="remedy.unsupported">
        <translation>换用能做这件事的设备或驱动</translation>
    </message>
    <message id="remedy.no_device">
        <translation>检查连接线、电源和配置里的端口</translation>
    </message>
    <message id="remedy.offline">
        <translation>让设备就绪：电源、盖子、纸</translation>
    </message>
    <message id="remedy.timeout">
        <translation>再试一次；还没有反应，就关机再开</translation>
    </message>
    <message id="remedy.busy">
        <translation>等设备做完，或关掉占用它的程序</translation>
    </message>
    <message id="remedy.cancelled">
        <translation>准备好以后重新开始</translation>
    </message>
    <message id="remedy.hardware">
        <translation>关机再开；仍没好，请报修</translation>
    </message>
    <message id="remedy.no_answer">
        <translation>检查端口是否正确、设备是否通电</translation>
    </message>
    <message id="remedy.bad_checksum">
        <translation>再试一次；反复出现，检查连接线和波特率</translation>
    </message>
    <message id="remedy.truncated">
        <translation>再试一次；反复出现，检查连接线</translation>
    </message>
    <message id="remedy.noise">
        <translation>检查波特率，确认端口接的就是这个设备</translation>
    </message>
    <message id="remedy.bad_answer">
        <translation>确认驱动适合这个设备，升级它的固件</translation>
    </message>
    <message id="remedy.no_card">
        <translation>把身份证放在读卡器上</translation>
    </message>
    <message id="remedy.card_moved">
        <translation>拿起来，重新平放，不要移动</translation>
    </message>
    <message id="remedy.card_rejected">
        <translation>请用二代身份证或居住证</translation>
    </message>
    <message id="remedy.card_unreadable">
        <translation>拿起来再放一次；仍读不出，手动输入号码</translation>
    </message>
    <message id="remedy.not_authorised">
        <translation>请报修：读卡器的安全模块要授权或更换</translation>
    </message>
    <message id="remedy.no_picture">
        <translation>检查摄像头的连接线和配置里的来源</translation>
    </message>
    <message id="remedy.bad_picture">
        <translation>请给一张看图软件打得开的 JPEG、PNG 图片</translation>
    </message>
    <message id="remedy.no_page">
        <translation>把纸铺平放在摄像头下，四个角都要看得见</translation>
    </message>
    <message id="remedy.page_too_large">
        <translation>少拍几页，或分开交</translation>
    </message>
    <message id="remedy.feeder_empty">
        <translation>把材料放进进纸口，朝向看图示</translation>
    </message>
    <message id="remedy.paper_out">
        <translation>装一卷新纸</translation>
    </message>
    <message id="remedy.cover_open">
        <translation>合上盖子，听到咔哒一声</translation>
    </message>
    <message id="remedy.paper_jam">
        <translation>打开盖子，取出卡住的纸，再合上</translation>
    </message>
    <message id="remedy.cutter">
        <translation>打开盖子，清开切刀，合上，再重置打印机</translation>
    </message>
    <message id="remedy.overheated">
        <translation>等几分钟，让打印头凉下来</translation>
    </message>
    <message id="remedy.presenter_full">
        <translation>把出纸口的凭条取走</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message id="cases.title">
        <translation>查我的办件，请放身份证</translation>
    </message>
    <message id="cases.lead">
        <translation>也可以用凭条，不用身份证。替家人查，用他的凭条。</translation>
    </message>
    <message id="cases.slip">
        <translation>扫凭条上的二维码</translation>
    </message>
    <message id="cases.slip_hint">
        <translation>把凭条放到镜头下面，自动认</translation>
    </message>
    <message id="cases.number">
        <translation>输入受理编号</translation>
    </message>
    <message id="cases.number_short">
        <translation>输入编号</translation>
    </message>
    <message id="cases.number_hint">
        <translation>L 开头的离线受理号也可以</translation>
    </message>
    <message id="cases.slip_title">
        <translation>请放好凭条，二维码朝上</translation>
    </message>
    <message id="cases.slip_lead">
        <translation>铺平在镜头下面，看到二维码就自动查。</translation>
    </message>
    <message id="cases.slip_live">
        <translation>正在找二维码</translation>
    </message>
    <message id="cases.slip_unread">
        <translation>这里没有看到凭条的二维码。请铺平再放一次，或者输入编号。</translation>
    </message>
    <message id="cases.type_title">
        <translation>受理编号是多少？</translation>
    </message>
    <message id="cases.type_lead">
        <translation>在凭条最上面，大字的那一行。空格不用输。</translation>
    </message>
    <message id="cases.type_placeholder">
        <translation>凭条上的编号</translation>
    </message>
    <message id="cases.type_why">
        <translation>离线受理号最前面有一个 L，先点 L 再输数字。</translation>
    </message>
    <message id="cases.type_wrong">
        <translation>编号里有一位和凭条对不上，请对照凭条看一遍。</translation>
    </message>
    <message id="cases.look">
        <translation>查一下</translation>
    </message>
    <message id="cases.wait">
        <translation>正在向市里查</translation>
    </message>
    <message id="cases.waiting">
        <translation>几秒钟就好。线路不通的话，先告诉您本机知道的。</translation>
    </message>
    <message id="cases.title_list">
        <translation>您的办件</translation>
    </message>
    <message id="cases.lead_list">
        <translation>点一件看进度。要补材料的，在里面补。</translation>
    </message>
    <message id="cases.title_none">
        <translation>您名下还没有办件</translation>
    </message>
    <message id="cases.lead_none">
        <translation>刚在断网的机器上交的，要等线路恢复才看得到；用凭条现在就能查。</translation>
    </message>
    <message id="cases.title_unreached">
        <translation>线路暂时不通</translation>
    </message>
    <message id="cases.lead_unreached">
        <translation>刷卡查要等线路恢复。有凭条的，扫码或输编号，本机办的现在就能看。</translation>
    </message>
    <message id="cases.others">
        <translation>没看到要找的？</translation>
    </message>
    <message id="cases.since">
        <translation>{day}受理</translation>
    </message>
    <message id="cases.to_bring">
        <translation>要补材料</translation>
    </message>
    <message id="cases.finish">
        <translation>查好了</translation>
    </message>
    <message id="cases.finish_hint">
        <translation>结束，屏幕上的内容马上清除</translation>
    </message>
    <message id="cases.help">
        <translation>打 12345，或请人帮</translation>
    </message>
    <message id="cases.help_hint">
        <translation>全天有人接，报编号就能问</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message id="case.title">
        <translation>办件进度</translation>
    </message>
    <message id="case.unreached">
        <translation>线路暂时不通，下面是本机知道的。</translation>
    </message>
    <message id="case.number">
        <translation>受理编号</translation>
    </message>
    <message id="case.badge_received">
        <translation>已收到</translation>
    </message>
    <message id="case.badge_accepted">
        <translation>正在办</translation>
    </message>
    <message id="case.badge_supplement">
        <translation>要补材料</translation>
    </message>
    <message id="case.badge_done">
        <translation>办好了</translation>
    </message>
    <message id="case.badge_refused">
        <translation>没能办成</translation>
    </message>
    <message id="case.badge_withdrawn">
        <translation>已撤回</translation>
    </message>
    <message id="case.badge_kept">
        <translation>等线路恢复</translation>
    </message>
    <message id="case.badge_aside">
        <translation>要人帮一下</translation>
    </message>
    <message id="case.badge_unheard">
        <translation>等线路恢复</translation>
    </message>
    <message id="case.badge_unfound">
        <translation>没找到</translation>
    </message>
    <message id="case.state_received">
        <translation>市里已经收到</translation>
    </message>
    <message id="case.state_accepted">
        <translation>正在办</translation>
    </message>
    <message id="case.state_supplement">
        <translation>还要补一点材料</translation>
    </message>
    <message id="case.state_done">
        <translation>办好了</translation>
    </message>
    <message id="case.state_refused">
        <translation>这件事没能办成</translation>
    </message>
    <message id="case.state_withdrawn">
        <translation>已经撤回</translation>
    </message>
    <message id="case.state_kept">
        <translation>已经收好，等线路恢复</translation>
    </message>
    <message id="case.state_aside">
        <translation>市里这次没有收下，还存在本机</translation>
    </message>
    <message id="case.state_unheard">
        <translation>要等线路恢复才能查到</translation>
    </message>
    <message id="case.state_unfound">
        <translation>市里还没有这个编号</translation>
    </message>
    <message id="case.next_received">
        <translation>接下来由工作人员审核，您不用再做什么。</translation>
    </message>
    <message id="case.next_accepted">
        <translation>办好了会通知您，您不用再做什么。</translation>
    </message>
    <message id="case.next_supplement">
        <translation>请在这里补上，补齐了接着办。</translation>
    </message>
    <message id="case.next_done">
        <translation>结果会按约定送到您手里。</translation>
    </message>
    <message id="case.next_refused">
        <translation>请打 12345 报编号，有人告诉您怎么办。</translation>
    </message>
    <message id="case.next_withdrawn">
        <translation>内容已经清除；要办的话，回首页重新开始。</translation>
    </message>
    <message id="case.next_kept">
        <translation>线路一通就自动送到市里，日子从您交的那天算。</translation>
    </message>
    <message id="case.next_aside">
        <translation>请告诉工作人员，或打 12345 报这个编号，有人接着帮您办。</translation>
    </message>
    <message id="case.next_unheard">
        <translation>这个编号不是在本机办的。线路恢复后再查，或打 12345。材料现在就能补。</translation>
    </message>
    <message id="case.next_unfound">
        <translation>请对照凭条看一遍编号。刚在断网的机器上交的，要等那边线路恢复。</translation>
    </message>
    <message id="case.next_open">
        <translation>请在这里补上缺的材料，补齐了接着办。</translation>
    </message>
    <message id="case.next_here">
        <translation>要不要补材料，等线路恢复才看得到；带来了，现在就能补。</translation>
    </message>
    <message id="case.promised">
        <translation>承诺办好</translation>
    </message>
    <message id="case.used">
        <translation>已经用了</translation>
    </message>
    <message id="case.used_over">
        <translation>一共用了</translation>
    </message>
    <message id="case.days">
        <translation>{days} 天</translation>
    </message>
    <message id="case.happened">
        <translation>经过</translation>
    </message>
    <message id="case.moment">
        <translation>{day} {time}</translation>
    </message>
    <message id="case.did_received">
        <translation>您的申请受理了</translation>
    </message>
    <message id="case.did_kept">
        <translation>您的申请在本机收好了</translation>
    </message>
    <message id="case.did_added">
        <translation>您补交了：{names}</translation>
    </message>
    <message id="case.said">
        <translation>{state}：{words}</translation>
    </message>
    <message id="case.late">
        <translation>{day}已过，仍然可以补</translation>
    </message>
    <message id="case.bring">
        <translation>补交：{name}</translation>
    </message>
    <message id="case.paper">
        <translation>材料</translation>
    </message>
    <message id="case.supplement">
        <translation>补交材料</translation>
    </message>
    <message id="case.supplement_hint">
        <translation>带了就现在拍，凭条上有记录</translation>
    </message>
    <message id="case.again">
        <translation>重新输入编号</translation>
    </message>
    <message id="case.again_hint">
        <translation>对照凭条最上面的那一行</translation>
    </message>
    <message id="case.badge_asked">
        <translation>等回话</translation>
    </message>
    <message id="case.badge_answered">
        <translation>有回话了</translation>
    </message>
    <message id="case.state_asked">
        <translation>您说的事市里收到了</translation>
    </message>
    <message id="case.state_answered">
        <translation>有回话了</translation>
    </message>
    <message id="case.next_asked">
        <translation>留了电话的，有人会打给您；回话也写在这里。</translation>
    </message>
    <message id="case.next_answered">
        <translation>还没解决？请打 12345，报这个编号。</translation>
    </message>
    <message id="case.did_asked">
        <translation>您告诉了我们</translation>
    </message>
</context>
<context>
    <name>supplement</name>
    <message id="supplement.service">
        <translation>补哪件事的材料？</translation>
    </message>
    <message id="supplement.service_why">
        <translation>凭条上写着这件事的名字。</translation>
    </message>
    <message id="supplement.number">
        <translation>编号 {number}</translation>
    </message>
    <message id="supplement.papers">
        <translation>这次补哪几样？</translation>
    </message>
    <message id="supplement.papers_why">
        <translation>带了哪样点哪样，可以点几样。</translation>
    </message>
    <message id="supplement.scan">
        <translation>去拍材料</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message id="search.title">
        <translation>您要办什么？</translation>
    </message>
    <message id="search.lead">
        <translation>打拼音、首字母、汉字、数字都行，边打边找。</translation>
    </message>
    <message id="search.placeholder">
        <translation>如 jzdj、社保、60</translation>
    </message>
    <message id="search.usual">
        <translation>常办的事</translation>
    </message>
    <message id="search.found">
        <translation>找到这些</translation>
    </message>
    <message id="search.nothing">
        <translation>还没找到。换个说法，或者：</translation>
    </message>
    <message id="search.departments_hint">
        <translation>看看各部门在这里办什么</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message id="list.here">
        <translation>在这里能办</translation>
    </message>
    <message id="list.elsewhere">
        <translation>在别处办的</translation>
    </message>
    <message id="list.lead">
        <translation>点一件事，先看要带什么，再决定办不办。</translation>
    </message>
    <message id="list.lead_elsewhere">
        <translation>这些事由别的窗口办，去哪里、带什么都写在下面。</translation>
    </message>
    <message id="list.and_more">
        <translation>{names}等</translation>
    </message>
</context>
<context>
    <name>package</name>
    <message id="package.excludes">
        <translation>先说清楚</translation>
    </message>
    <message id="package.bring">
        <translation>都要带什么</translation>
    </message>
    <message id="package.here">
        <translation>这几件一起办，也可以只点一件</translation>
    </message>
    <message id="package.start">
        <translation>开始，一次办好</translation>
    </message>
</context>
<context>
    <name>departments</name>
    <message id="departments.title">
        <translation>按部门找</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message id="sample.checks">
        <translation>看好这几样</translation>
    </message>
    <message id="sample.others">
        <translation>这几样，选一样就行</translation>
    </message>
    <message id="sample.perhaps">
        <translation>看您的情况，可能要这些</translation>
    </message>
    <message id="sample.seen">
        <translation>看明白了</translation>
    </message>
    <message id="sample.card_1">
        <translation>要本人的；过期了也能先申请</translation>
    </message>
    <message id="sample.card_2">
        <translation>人像面朝上，平放在亮灯处</translation>
    </message>
    <message id="sample.card_3">
        <translation>临时身份证读不出来，请点“手动填写”</translation>
    </message>
    <message id="sample.check_1">
        <translation>四个角都露出来</translation>
    </message>
    <message id="sample.check_2">
        <translation>字和章都看得清</translation>
    </message>
    <message id="sample.check_3">
        <translation>每一页都要拍</translation>
    </message>
</context>
<context>
    <name>letter</name>
    <message id="letter.words">
        <translation>您的话</translation>
    </message>
    <message id="letter.note">
        <translation>用手机拍下来，或抄下这个号</translation>
    </message>
    <message id="letter.ask">
        <translation>想问问到哪一步了</translation>
    </message>
    <message id="letter.failed">
        <translation>刚才没有存成，什么都没有发出去。请再点一次；着急就打 12345。</translation>
    </message>
</context>
<context>
    <name>assistance</name>
    <message id="assistance.topic_title">
        <translation>想请人帮什么？</translation>
    </message>
    <message id="assistance.topic_lead">
        <translation>选一样，再留个电话。</translation>
    </message>
    <message id="assistance.topic_unclear">
        <translation>看不懂，请人讲一讲</translation>
    </message>
    <message id="assistance.topic_unclear_hint">
        <translation>慢慢讲，讲到明白为止</translation>
    </message>
    <message id="assistance.topic_papers">
        <translation>材料不全，该怎么办</translation>
    </message>
    <message id="assistance.topic_papers_hint">
        <translation>哪些能后补，哪些不用交，一次说清</translation>
    </message>
    <message id="assistance.topic_home_visit">
        <translation>本人来不了，请上门</translation>
    </message>
    <message id="assistance.topic_home_visit_hint">
        <translation>老人、病人、行动不便的人，约个时间上门办</translation>
    </message>
    <message id="assistance.topic_machine">
        <translation>机器办不了，请人接着办</translation>
    </message>
    <message id="assistance.topic_machine_hint">
        <translation>告诉您去哪办、带什么，能代办的替您办</translation>
    </message>
    <message id="assistance.topic_other">
        <translation>别的事</translation>
    </message>
    <message id="assistance.topic_other_hint">
        <translation>电话里说</translation>
    </message>
    <message id="assistance.phone_title">
        <translation>打哪个电话找您？</translation>
    </message>
    <message id="assistance.phone_lead">
        <translation>{promise}，工作人员打给您。</translation>
    </message>
    <message id="assistance.phone_placeholder">
        <translation>手机，或座机加区号</translation>
    </message>
    <message id="assistance.phone_why">
        <translation>号码加密存好，只有打电话的工作人员看得到。</translation>
    </message>
    <message id="assistance.phone_wrong">
        <translation>手机是 1 开头的 11 位数字；座机先写区号，如 0531。请再看一遍。</translation>
    </message>
    <message id="assistance.words_title">
        <translation>还想说几句吗？</translation>
    </message>
    <message id="assistance.words_lead">
        <translation>不写也行，电话里再说。</translation>
    </message>
    <message id="assistance.words_placeholder">
        <translation>点这里写，如：下午方便</translation>
    </message>
    <message id="assistance.words_why">
        <translation>写的话加密存好，只有打电话的工作人员看得到。</translation>
    </message>
    <message id="assistance.send">
        <translation>请人打给我</translation>
    </message>
    <message id="assistance.kept">
        <translation>会有人找您</translation>
    </message>
    <message id="assistance.number">
        <translation>帮办号</translation>
    </message>
    <message id="assistance.today">
        <translation>已经存好，交给{station}的工作人员</translation>
    </message>
    <message id="assistance.ask_how">
        <translation>在任何一台机器点“我的办件”，输入这个号；或打 12345</translation>
    </message>
    <message id="assistance.call">
        <translation>工作人员打 {phone} 找您</translation>
    </message>
    <message id="assistance.visit">
        <translation>工作人员打 {phone} 找您，约上门的时间</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message id="report.way">
        <translation>哪里不对？找茬</translation>
    </message>
    <message id="report.way_hint">
        <translation>机器、字、说法，都可以说；不留名</translation>
    </message>
    <message id="report.topic_title">
        <translation>哪里不对？</translation>
    </message>
    <message id="report.topic_lead">
        <translation>不留名。每一条都有人看，能改的就改。</translation>
    </message>
    <message id="report.topic_page">
        <translation>屏幕上的字和说法</translation>
    </message>
    <message id="report.topic_page_hint">
        <translation>字太小、写错了、看不明白</translation>
    </message>
    <message id="report.topic_wait">
        <translation>等得久</translation>
    </message>
    <message id="report.topic_wait_hint">
        <translation>人多排队，或者机器慢</translation>
    </message>
    <message id="report.topic_papers">
        <translation>要的材料不对</translation>
    </message>
    <message id="report.topic_papers_hint">
        <translation>要得多，或者和窗口说的不一样</translation>
    </message>
    <message id="report.topic_device">
        <translation>机器坏了</translation>
    </message>
    <message id="report.topic_device_hint">
        <translation>读卡、拍照、打印、触摸屏</translation>
    </message>
    <message id="report.topic_place">
        <translation>这个地方不方便</translation>
    </message>
    <message id="report.topic_place_hint">
        <translation>太吵、太暗、反光，轮椅进不来</translation>
    </message>
    <message id="report.topic_other">
        <translation>别的</translation>
    </message>
    <message id="report.topic_other_hint">
        <translation>下一页写给我们</translation>
    </message>
    <message id="report.words_title">
        <translation>能说具体一点吗？</translation>
    </message>
    <message id="report.words_lead">
        <translation>不写也能交，写了改得更快。</translation>
    </message>
    <message id="report.words_placeholder">
        <translation>点这里写</translation>
    </message>
    <message id="report.words_why">
        <translation>不留名：请不要写姓名、电话和证号。</translation>
    </message>
    <message id="report.send">
        <translation>交给我们</translation>
    </message>
    <message id="report.kept">
        <translation>记下了，谢谢您</translation>
    </message>
    <message id="report.number">
        <translation>找茬号</translation>
    </message>
    <message id="report.today">
        <translation>已经存好，交给管这台机器的人</translation>
    </message>
    <message id="report.ask_how">
        <translation>在任何一台机器点“我的办件”，输入这个号；或打 12345</translation>
    </message>
    <message id="report.then">
        <translation>接着</translation>
    </message>
    <message id="report.mended">
        <translation>机器的毛病派人来修；说法和材料的问题，转给管这件事的部门改</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message id="staff.pin_title">
        <translation>工作人员口令</translation>
    </message>
    <message id="staff.pin_lead">
        <translation>{least} 到 {most} 位数字。忘了就请技术员重设。</translation>
    </message>
    <message id="staff.pin_after_card">
        <translation>认出您的卡了。再输 {least} 到 {most} 位口令。</translation>
    </message>
    <message id="staff.pin_placeholder">
        <translation>口令</translation>
    </message>
    <message id="staff.pin_checking">
        <translation>正在核对</translation>
    </message>
    <message id="staff.pin_wrong">
        <translation>口令不对，请再输一次。</translation>
    </message>
    <message id="staff.pin_locked">
        <translation>试了多次，{wait}后再输。</translation>
    </message>
    <message id="staff.seconds">
        <translation>{count} 秒</translation>
    </message>
    <message id="staff.minutes">
        <translation>{count} 分钟</translation>
    </message>
    <message id="staff.enter">
        <translation>进入</translation>
    </message>
    <message id="staff.back">
        <translation>退出</translation>
    </message>
    <message id="staff.unset_title">
        <translation>先设一个口令</translation>
    </message>
    <message id="staff.unset_how">
        <translation>请技术员运行 kiosk staff set-pin</translation>
    </message>
    <message id="staff.unset_then">
        <translation>设好以后，按住屏幕左上角 3 秒，再进来</translation>
    </message>
    <message id="staff.no_cards_title">
        <translation>先登记一张工作人员卡</translation>
    </message>
    <message id="staff.no_cards_how">
        <translation>请技术员运行 kiosk staff add-card 名字</translation>
    </message>
    <message id="staff.no_cards_then">
        <translation>只用口令也行：设置里写 staff.card_required = false</translation>
    </message>
    <message id="staff.lay_title">
        <translation>请放工作人员卡</translation>
    </message>
    <message id="staff.lay_lead">
        <translation>平放在亮灯处，不要动。认出来以后输口令。</translation>
    </message>
    <message id="staff.lay_waits">
        <translation>等工作人员卡</translation>
    </message>
    <message id="staff.lay_unknown">
        <translation>这张卡没有登记，请换一张</translation>
    </message>
    <message id="staff.lay_broken">
        <translation>读卡器用不了：它的线拔下再插紧。没好就请技术员来（kiosk doctor）。</translation>
    </message>
    <message id="staff.title">
        <translation>本机现在</translation>
    </message>
    <message id="staff.looking">
        <translation>正在看各处怎么样</translation>
    </message>
    <message id="staff.tasks">
        <translation>要做 {count} 件事</translation>
    </message>
    <message id="staff.all_well">
        <translation>一切正常，不用做什么</translation>
    </message>
    <message id="staff.id_card_reader">
        <translation>读卡器</translation>
    </message>
    <message id="staff.document_scanner">
        <translation>拍照仪</translation>
    </message>
    <message id="staff.receipt_printer">
        <translation>打印机</translation>
    </message>
    <message id="staff.status_starting">
        <translation>正在启动</translation>
    </message>
    <message id="staff.status_online">
        <translation>正常</translation>
    </message>
    <message id="staff.status_busy">
        <translation>正在用</translation>
    </message>
    <message id="staff.status_offline">
        <translation>没准备好</translation>
    </message>
    <message id="staff.status_no_device">
        <translation>没有找到</translation>
    </message>
    <message id="staff.status_user_error">
        <translation>等人处理</translation>
    </message>
    <message id="staff.status_hardware_error">
        <translation>坏了</translation>
    </message>
    <message id="staff.status_unknown">
        <translation>没有回答</translation>
    </message>
    <message id="staff.warning_paper_low">
        <translation>纸快用完了，备一卷新纸</translation>
    </message>
    <message id="staff.warning_slip_waiting">
        <translation>出纸口有一张凭条没人拿，请收好交还或销毁</translation>
    </message>
    <message id="staff.warning_small_picture">
        <translation>画面比要求的小，请报修</translation>
    </message>
    <message id="staff.line">
        <translation>线路</translation>
    </message>
    <message id="staff.line_good">
        <translation>通</translation>
    </message>
    <message id="staff.line_down">
        <translation>不通{since}</translation>
    </message>
    <message id="staff.since">
        <translation>，{when} 起</translation>
    </message>
    <message id="staff.waiting">
        <translation>待上报</translation>
    </message>
    <message id="staff.waiting_count">
        <translation>{waiting} 件，信 {letters} 封</translation>
    </message>
    <message id="staff.last_sent">
        <translation>最近 {when} 送出</translation>
    </message>
    <message id="staff.none_sent">
        <translation>还没有送出过</translation>
    </message>
    <message id="staff.disk">
        <translation>存储与时钟</translation>
    </message>
    <message id="staff.disk_free">
        <translation>余 {free} GB</translation>
    </message>
    <message id="staff.clock_good">
        <translation>时间已对</translation>
    </message>
    <message id="staff.clock_unknown">
        <translation>时间还没对过</translation>
    </message>
    <message id="staff.clock_off">
        <translation>时间差 {seconds} 秒</translation>
    </message>
    <message id="staff.comma">
        <translation>；</translation>
    </message>
    <message id="staff.task_where">
        <translation>{device}：{status}</translation>
    </message>
    <message id="staff.task_no_device">
        <translation>没有找到它：两头的线拔下再插紧，看电源灯</translation>
    </message>
    <message id="staff.task_no_answer">
        <translation>它不回答：看电源灯，两头的线拔下再插紧</translation>
    </message>
    <message id="staff.task_timeout">
        <translation>它太久没有反应：关掉它的电源，数到十，再开</translation>
    </message>
    <message id="staff.task_no_picture">
        <translation>没有画面：拍照仪的线拔下再插紧，看镜头盖</translation>
    </message>
    <message id="staff.task_bad_picture">
        <translation>照片发虚：擦镜头，看灯光</translation>
    </message>
    <message id="staff.task_hardware">
        <translation>它说自己坏了：看有没有卡住，关掉电源再开；没好就报修</translation>
    </message>
    <message id="staff.task_busy">
        <translation>它被占着：等一分钟；还这样，重新启动程序</translation>
    </message>
    <message id="staff.task_cutter">
        <translation>打开盖子，清开切刀，合上；再选“重新启动”“三个设备”</translation>
    </message>
    <message id="staff.task_bad_checksum">
        <translation>它说的话听不清：两头的线拔下再插紧；反复这样就报修</translation>
    </message>
    <message id="staff.task_truncated">
        <translation>它说的话听不清：两头的线拔下再插紧；反复这样就报修</translation>
    </message>
    <message id="staff.task_noise">
        <translation>它说的话听不清：两头的线拔下再插紧；反复这样就报修</translation>
    </message>
    <message id="staff.task_not_open">
        <translation>设置不合这台设备，请报修</translation>
    </message>
    <message id="staff.task_invalid">
        <translation>设置不合这台设备，请报修</translation>
    </message>
    <message id="staff.task_unsupported">
        <translation>设置不合这台设备，请报修</translation>
    </message>
    <message id="staff.task_bad_answer">
        <translation>设置不合这台设备，请报修</translation>
    </message>
    <message id="staff.remedy_disk_full">
        <translation>存满了：先把待上报的导出到 U 盘，再报修</translation>
    </message>
    <message id="staff.remedy_disk_broken">
        <translation>存储打不开：请报修，先不要关机</translation>
    </message>
    <message id="staff.queue_broken">
        <translation>打不开</translation>
    </message>
    <message id="staff.remedy_clock_off">
        <translation>时间差得多：请对时间，再重启本机</translation>
    </message>
    <message id="staff.remedy_set_aside">
        <translation>{count} 件市里没有收下，请报修，一件都不会丢</translation>
    </message>
    <message id="staff.remedy_line">
        <translation>看网线和路由器。收下的都存着，通了自动上报</translation>
    </message>
    <message id="staff.remedy_name">
        <translation>找不到市里的地址：看网线，再请网络管理员查 DNS</translation>
    </message>
    <message id="staff.remedy_certificate">
        <translation>证书不被认可：先对时间，再报修</translation>
    </message>
    <message id="staff.remedy_portal">
        <translation>线路上有登录页：请网络管理员放行本机</translation>
    </message>
    <message id="staff.remedy_not-trusted">
        <translation>市里不认这台机器：请报修，要重新登记</translation>
    </message>
    <message id="staff.remedy_busy">
        <translation>市里正忙，会自动再送，不用做什么</translation>
    </message>
    <message id="staff.remedy_server">
        <translation>市里的系统在修，会自动再送，不用做什么</translation>
    </message>
    <message id="staff.actions">
        <translation>可以做</translation>
    </message>
    <message id="staff.send_now">
        <translation>立即上报</translation>
    </message>
    <message id="staff.sent">
        <translation>已叫它马上送</translation>
    </message>
    <message id="staff.leave">
        <translation>退出，回到开头</translation>
    </message>
    <message id="staff.again">
        <translation>再试一次</translation>
    </message>
    <message id="staff.none">
        <translation>没有</translation>
    </message>
    <message id="staff.trials">
        <translation>试设备</translation>
    </message>
    <message id="staff.more">
        <translation>别的</translation>
    </message>
    <message id="staff.to_card">
        <translation>读一张卡</translation>
    </message>
    <message id="staff.to_camera">
        <translation>拍一张</translation>
    </message>
    <message id="staff.to_slip">
        <translation>打一张</translation>
    </message>
    <message id="staff.to_sound">
        <translation>听一听</translation>
    </message>
    <message id="staff.to_touch">
        <translation>点一点屏幕</translation>
    </message>
    <message id="staff.to_waiting">
        <translation>待上报</translation>
    </message>
    <message id="staff.to_stick">
        <translation>U 盘送件、收回执</translation>
    </message>
    <message id="staff.to_reprint">
        <translation>重打凭条</translation>
    </message>
    <message id="staff.to_levels">
        <translation>音量和亮度</translation>
    </message>
    <message id="staff.to_closing">
        <translation>暂停服务</translation>
    </message>
    <message id="staff.to_today">
        <translation>今天的数字</translation>
    </message>
    <message id="staff.to_restart">
        <translation>重新启动</translation>
    </message>
    <message id="staff.to_overview">
        <translation>回到总览</translation>
    </message>
    <message id="staff.reopen">
        <translation>恢复服务</translation>
    </message>
    <message id="staff.closed_since">
        <translation>现在暂停服务：{why}</translation>
    </message>
    <message id="staff.queue">
        <translation>待上报</translation>
    </message>
    <message id="staff.clock">
        <translation>时钟</translation>
    </message>
    <message id="staff.guide_open">
        <translation>照图做，做好了这里会变绿</translation>
    </message>
    <message id="staff.guide_done">
        <translation>好了</translation>
    </message>
    <message id="staff.guide_then">
        <translation>做完回上一步，再拍一张看看</translation>
    </message>
    <message id="staff.to_lens">
        <translation>怎么拍清楚</translation>
    </message>
    <message id="staff.card_title">
        <translation>试读卡器</translation>
    </message>
    <message id="staff.card_lead">
        <translation>随便放一张身份证或居住证。姓名和号码遮住大半，不保存。</translation>
    </message>
    <message id="staff.card_waits">
        <translation>等一张卡</translation>
    </message>
    <message id="staff.card_read">
        <translation>读出来了，读卡器是好的</translation>
    </message>
    <message id="staff.card_masked">
        <translation>只显示遮住后的内容</translation>
    </message>
    <message id="staff.card_kind">
        <translation>证件</translation>
    </message>
    <message id="staff.card_name">
        <translation>姓名</translation>
    </message>
    <message id="staff.card_number">
        <translation>号码</translation>
    </message>
    <message id="staff.document_resident">
        <translation>居民身份证</translation>
    </message>
    <message id="staff.document_hmt">
        <translation>港澳台居民居住证</translation>
    </message>
    <message id="staff.document_foreign_2017">
        <translation>外国人永久居留身份证（2017 版）</translation>
    </message>
    <message id="staff.document_foreign_2023">
        <translation>外国人永久居留身份证（2023 版）</translation>
    </message>
    <message id="staff.camera_title">
        <translation>试拍照仪</translation>
    </message>
    <message id="staff.camera_lead">
        <translation>放一张白纸。拍到的只在这一页上，不保存。</translation>
    </message>
    <message id="staff.slip_title">
        <translation>试打印机</translation>
    </message>
    <message id="staff.slip_printing">
        <translation>正在打印</translation>
    </message>
    <message id="staff.slip_printing_hint">
        <translation>看出纸口</translation>
    </message>
    <message id="staff.slip_printed">
        <translation>打出来了，请从出纸口取走</translation>
    </message>
    <message id="staff.slip_printed_hint">
        <translation>看一看：字清楚、切得整齐</translation>
    </message>
    <message id="staff.slip_unknown">
        <translation>已送去打印，请看出纸口</translation>
    </message>
    <message id="staff.slip_unknown_hint">
        <translation>这种打印机不回话，打没打出来要看一眼</translation>
    </message>
    <message id="staff.slip_failed">
        <translation>没有打出来</translation>
    </message>
    <message id="staff.sound_title">
        <translation>试声音</translation>
    </message>
    <message id="staff.sound_playing">
        <translation>正在放</translation>
    </message>
    <message id="staff.sound_played">
        <translation>放了一声提示音和一句话，听到了吗？</translation>
    </message>
    <message id="staff.sound_played_hint">
        <translation>没听到：先调大音量，再看喇叭的线</translation>
    </message>
    <message id="staff.sound_silent">
        <translation>放不出声音</translation>
    </message>
    <message id="staff.sound_silent_hint">
        <translation>音量是 0，或者没有找到喇叭。调大音量，再看喇叭的线</translation>
    </message>
    <message id="staff.sound_sentence">
        <translation>这是试音，听得清吗？</translation>
    </message>
    <message id="staff.touch_title">
        <translation>试触摸</translation>
    </message>
    <message id="staff.touch_left">
        <translation>还有 {count} 处没点到</translation>
    </message>
    <message id="staff.touch_hint">
        <translation>不变绿的地方记下来报修</translation>
    </message>
    <message id="staff.touch_all">
        <translation>处处都有反应，屏幕是好的</translation>
    </message>
    <message id="staff.touch_again">
        <translation>从头再点</translation>
    </message>
    <message id="staff.waiting_title">
        <translation>待上报</translation>
    </message>
    <message id="staff.nothing_waits">
        <translation>没有要送的</translation>
    </message>
    <message id="staff.waits">
        <translation>{count} 件在等</translation>
    </message>
    <message id="staff.goes_out">
        <translation>会自动上报</translation>
    </message>
    <message id="staff.send_now_hint">
        <translation>不用等下一次，马上试</translation>
    </message>
    <message id="staff.stick_hint">
        <translation>线路断了很多天，就带到区里去</translation>
    </message>
    <message id="staff.fact_waiting">
        <translation>件待上报</translation>
    </message>
    <message id="staff.fact_oldest">
        <translation>最早的一件</translation>
    </message>
    <message id="staff.fact_letters">
        <translation>封信待送</translation>
    </message>
    <message id="staff.fact_aside">
        <translation>件市里没有收下</translation>
    </message>
    <message id="staff.fact_sent">
        <translation>最近一次送到</translation>
    </message>
    <message id="staff.fact_free">
        <translation>U 盘空余</translation>
    </message>
    <message id="staff.gigabytes">
        <translation>{count} GB</translation>
    </message>
    <message id="staff.stick_title">
        <translation>U 盘送件、收回执</translation>
    </message>
    <message id="staff.stick_lead">
        <translation>原样封好写到 U 盘，只有市里打得开，这里一件也不删。区里导入后写下回执，用同一个 U 盘带回来。</translation>
    </message>
    <message id="staff.stick_none">
        <translation>请插入 U 盘</translation>
    </message>
    <message id="staff.stick_put">
        <translation>插好以后几秒就会认出来</translation>
    </message>
    <message id="staff.stick_there">
        <translation>U 盘插好了</translation>
    </message>
    <message id="staff.stick_write">
        <translation>写到 U 盘</translation>
    </message>
    <message id="staff.stick_writing">
        <translation>正在写：{done} / {total}</translation>
    </message>
    <message id="staff.stick_stay">
        <translation>做完以前不要拔</translation>
    </message>
    <message id="staff.stick_written">
        <translation>{count} 件都写好了，可以拔 U 盘</translation>
    </message>
    <message id="staff.stick_carry">
        <translation>送到区里，由他们导入；回执带回来，在这里收下</translation>
    </message>
    <message id="staff.stick_read">
        <translation>收下市里的回执</translation>
    </message>
    <message id="staff.stick_found">
        <translation>U 盘上有 {count} 份</translation>
    </message>
    <message id="staff.stick_found_none">
        <translation>U 盘上没有回执；区里导入以后才有</translation>
    </message>
    <message id="staff.stick_reading">
        <translation>正在收：{done} / {total}</translation>
    </message>
    <message id="staff.taken_now">
        <translation>收下 {count} 份回执</translation>
    </message>
    <message id="staff.taken_now_hint">
        <translation>市里都有了，不用再送。可以拔 U 盘</translation>
    </message>
    <message id="staff.taken_before">
        <translation>这些回执早就收过了</translation>
    </message>
    <message id="staff.taken_refused">
        <translation>{count} 份回执对不上市里的签名，没有收</translation>
    </message>
    <message id="staff.taken_refused_hint">
        <translation>这些件还留着，照样会送。请区里重新导入，再把回执带回来</translation>
    </message>
    <message id="staff.taken_others">
        <translation>U 盘上的回执都是别的机器的</translation>
    </message>
    <message id="staff.taken_others_hint">
        <translation>换回这台机器的 U 盘，或拿到那台机器上收</translation>
    </message>
    <message id="staff.taken_none">
        <translation>U 盘上没有找到市里的回执</translation>
    </message>
    <message id="staff.taken_none_hint">
        <translation>区里导入以后，回执就写在送件的旁边</translation>
    </message>
    <message id="staff.taken_fact_now">
        <translation>份刚刚收下</translation>
    </message>
    <message id="staff.taken_fact_before">
        <translation>份早就收过</translation>
    </message>
    <message id="staff.taken_fact_refused">
        <translation>份没有收</translation>
    </message>
    <message id="staff.taken_fact_others">
        <translation>份是别的机器的</translation>
    </message>
    <message id="staff.stick_gone">
        <translation>没有写完：U 盘拔掉了或坏了，换一个再试</translation>
    </message>
    <message id="staff.stick_full">
        <translation>没有写完：U 盘满了，换一个大的</translation>
    </message>
    <message id="staff.stick_read_only">
        <translation>这个 U 盘不让写，拨开写保护或换一个</translation>
    </message>
    <message id="staff.stick_queue">
        <translation>存储打不开：请报修，先不要关机</translation>
    </message>
    <message id="staff.reprint_title">
        <translation>重打凭条</translation>
    </message>
    <message id="staff.reprint_lead">
        <translation>按号码找；凭条上只有号码、事项和时间，没有人名。</translation>
    </message>
    <message id="staff.reprint_number">
        <translation>输入号码的后几位</translation>
    </message>
    <message id="staff.reprint_today">
        <translation>今天的凭条</translation>
    </message>
    <message id="staff.reprint_found">
        <translation>找到的凭条</translation>
    </message>
    <message id="staff.reprint_none">
        <translation>今天还没有凭条</translation>
    </message>
    <message id="staff.reprint_none_found">
        <translation>这里没有这个号码</translation>
    </message>
    <message id="staff.reprint_more">
        <translation>再打别的</translation>
    </message>
    <message id="staff.tail_title">
        <translation>号码的后几位</translation>
    </message>
    <message id="staff.tail_lead">
        <translation>至少 {least} 位。</translation>
    </message>
    <message id="staff.tail_placeholder">
        <translation>后几位</translation>
    </message>
    <message id="staff.tail_find">
        <translation>找</translation>
    </message>
    <message id="staff.levels_title">
        <translation>音量和亮度</translation>
    </message>
    <message id="staff.levels_lead">
        <translation>改了就生效，重启以后也不变。</translation>
    </message>
    <message id="staff.volume">
        <translation>音量</translation>
    </message>
    <message id="staff.volume_less">
        <translation>小声</translation>
    </message>
    <message id="staff.volume_more">
        <translation>大声</translation>
    </message>
    <message id="staff.brightness">
        <translation>亮度</translation>
    </message>
    <message id="staff.brightness_less">
        <translation>暗些</translation>
    </message>
    <message id="staff.brightness_more">
        <translation>亮些</translation>
    </message>
    <message id="staff.percent">
        <translation>{percent}%</translation>
    </message>
    <message id="staff.no_brightness">
        <translation>这块屏幕的亮度要在屏幕自己的按键上调</translation>
    </message>
    <message id="staff.closing_title">
        <translation>暂停服务</translation>
    </message>
    <message id="staff.closing_why">
        <translation>为什么暂停？</translation>
    </message>
    <message id="staff.closing_hint">
        <translation>居民会看到。重启以后仍然暂停，直到这里恢复。</translation>
    </message>
    <message id="staff.restart_title">
        <translation>重新启动</translation>
    </message>
    <message id="staff.restart_what">
        <translation>什么要重新启动？</translation>
    </message>
    <message id="staff.restart_safe">
        <translation>收下的都存着，不会丢</translation>
    </message>
    <message id="staff.restart_devices">
        <translation>三个设备</translation>
    </message>
    <message id="staff.restart_devices_hint">
        <translation>关上再打开，几秒就好</translation>
    </message>
    <message id="staff.restart_application">
        <translation>程序</translation>
    </message>
    <message id="staff.restart_application_hint">
        <translation>约十秒</translation>
    </message>
    <message id="staff.restart_machine">
        <translation>整台机器</translation>
    </message>
    <message id="staff.restart_machine_hint">
        <translation>约一两分钟</translation>
    </message>
    <message id="staff.restart_application_ask">
        <translation>现在重启程序？</translation>
    </message>
    <message id="staff.restart_machine_ask">
        <translation>现在重启整台机器？</translation>
    </message>
    <message id="staff.restart_sure">
        <translation>重启</translation>
    </message>
    <message id="staff.restarting_application">
        <translation>程序正在重启</translation>
    </message>
    <message id="staff.restarting_machine">
        <translation>机器正在重启</translation>
    </message>
    <message id="staff.restarted_devices">
        <translation>设备正在关上再打开</translation>
    </message>
    <message id="staff.restarted_devices_hint">
        <translation>几秒后下面就是现在的情况</translation>
    </message>
    <message id="staff.restart_failed">
        <translation>这里重启不了</translation>
    </message>
    <message id="staff.restart_by_hand">
        <translation>请按机箱上的电源键，或报修</translation>
    </message>
    <message id="staff.today_title">
        <translation>今天的数字</translation>
    </message>
    <message id="staff.today_begun">
        <translation>次开始</translation>
    </message>
    <message id="staff.today_finished">
        <translation>次办完</translation>
    </message>
    <message id="staff.today_slips">
        <translation>张凭条</translation>
    </message>
    <message id="staff.today_last">
        <translation>最近一位来在 {when}</translation>
    </message>
    <message id="staff.today_none">
        <translation>今天还没有人来</translation>
    </message>
</context>
<context>
    <name>proof</name>
    <message id="proof.show">
        <translation>看证明</translation>
    </message>
    <message id="proof.code">
        <translation>核验短码</translation>
    </message>
    <message id="proof.code_note">
        <translation>扫码后的网页上，也有这个短码</translation>
    </message>
    <message id="proof.how">
        <translation>怎么用</translation>
    </message>
    <message id="proof.first">
        <translation>先</translation>
    </message>
    <message id="proof.scan">
        <translation>请对方用手机扫这个二维码</translation>
    </message>
    <message id="proof.then">
        <translation>再</translation>
    </message>
    <message id="proof.compare">
        <translation>对一对名称、姓名和短码</translation>
    </message>
    <message id="proof.until">
        <translation>在这天前都能核验</translation>
    </message>
    <message id="proof.keep">
        <translation>用手机拍下二维码</translation>
    </message>
    <message id="proof.keep_hint">
        <translation>拍下就能带走，随时给人扫</translation>
    </message>
    <message id="proof.finish">
        <translation>好了</translation>
    </message>
</context>
<context>
    <name>promised</name>
    <message id="promised.by">
        <translation>{day}前</translation>
    </message>
    <message id="promised.about">
        <translation>约{day}前</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message id="refusal.ask">
        <translation>找谁问</translation>
    </message>
    <message id="refusal.when">
        <translation>什么时候</translation>
    </message>
    <message id="refusal.instead">
        <translation>换办这件事，现在就能开始</translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message id="picture.title">
        <translation>要不要拍张照片一起交？</translation>
    </message>
    <message id="picture.lead">
        <translation>把要拍的纸或东西放到镜头下面；不拍也能交。</translation>
    </message>
    <message id="picture.take">
        <translation>拍一张</translation>
    </message>
    <message id="picture.take_hint">
        <translation>请不要拍到人、证件和别人的材料</translation>
    </message>
    <message id="picture.lay">
        <translation>把要拍的放到镜头下面</translation>
    </message>
    <message id="picture.live">
        <translation>放好了，点“拍照”</translation>
    </message>
    <message id="picture.check">
        <translation>这张看得清吗？</translation>
    </message>
    <message id="picture.use">
        <translation>用这张，交给我们</translation>
    </message>
</context>
<context>
    <name>match</name>
    <message id="match.title_one">
        <translation>先办这一件</translation>
    </message>
    <message id="match.lead_one">
        <translation>其他的怎么办，下面写好了。</translation>
    </message>
    <message id="match.title">
        <translation>这几件，一次办好</translation>
    </message>
    <message id="match.lead">
        <translation>同样的问题只问一遍，同样的材料只交一次。</translation>
    </message>
    <message id="match.title_none">
        <translation>这几件，换个办法办</translation>
    </message>
    <message id="match.lead_none">
        <translation>每一件都写了找谁、去哪里、什么时候、带什么。</translation>
    </message>
    <message id="match.going">
        <translation>现在一起办</translation>
    </message>
    <message id="match.open">
        <translation>看您后面的回答再定</translation>
    </message>
    <message id="match.open_hint">
        <translation>问到了再告诉您</translation>
    </message>
    <message id="match.fallen">
        <translation>这次先不一起办</translation>
    </message>
    <message id="match.start">
        <translation>好，开始</translation>
    </message>
</context>
<context>
    <name>shared</name>
    <message id="shared.title">
        <translation>这些让市里替您查，好吗？</translation>
    </message>
    <message id="shared.asking">
        <translation>正在查，请等几秒</translation>
    </message>
    <message id="shared.lead">
        <translation>市里可能已经有，查到了您就不用交。</translation>
    </message>
    <message id="shared.only">
        <translation>只查这几样，只用来办这件事</translation>
    </message>
    <message id="shared.agree">
        <translation>可以，请查</translation>
    </message>
    <message id="shared.bring">
        <translation>不用查，我自己带了</translation>
    </message>
    <message id="shared.bring_hint">
        <translation>下一步把材料放在摄像头下</translation>
    </message>
</context>
<context>
    <name>declare</name>
    <message id="declare.title">
        <translation>{name}，可以用声明代替</translation>
    </message>
    <message id="declare.lead">
        <translation>声明还是交材料，由您选。</translation>
    </message>
    <message id="declare.duty">
        <translation>办这件事的要求</translation>
    </message>
    <message id="declare.text">
        <translation>您声明</translation>
    </message>
    <message id="declare.consequence">
        <translation>如果不是这样</translation>
    </message>
    <message id="declare.so">
        <translation>是，我声明</translation>
    </message>
    <message id="declare.bring">
        <translation>我带了材料，交材料</translation>
    </message>
</context>
<context>
    <name>promise</name>
    <message id="promise.at_once_soon">
        <translation>办好后，凭编号就能看</translation>
    </message>
    <message id="promise.at_once_later">
        <translation>接通后马上办</translation>
    </message>
    <message id="promise.refused">
        <translation>查清以后再办</translation>
    </message>
    <message id="promise.by">
        <translation>{day}前办好</translation>
    </message>
    <message id="promise.about">
        <translation>约 {day}前办好</translation>
    </message>
</context>
<context>
    <name>given</name>
    <message id="given.code">
        <translation>核验码 {code}</translation>
    </message>
    <message id="given.until">
        <translation>{day}前有效</translation>
    </message>
</context>
<context>
    <name>reduced</name>
    <message id="reduced.id_card_reader">
        <translation>身份证暂时读不了</translation>
    </message>
    <message id="reduced.id_card_reader_hint">
        <translation>手动输入身份证号和姓名，一样能办。查进度，请用凭条上的二维码或编号。</translation>
    </message>
    <message id="reduced.document_scanner">
        <translation>照片暂时拍不了</translation>
    </message>
    <message id="reduced.document_scanner_hint">
        <translation>不用拍材料的事照常办；材料能后补的，可以先申请；其余的，点开就告诉您去哪里办。</translation>
    </message>
    <message id="reduced.receipt_printer">
        <translation>凭条暂时打不出来</translation>
    </message>
    <message id="reduced.receipt_printer_hint">
        <translation>照常能办。编号和二维码显示在屏幕上，请用手机拍下来，或者抄下编号。</translation>
    </message>
    <message id="reduced.later">
        <translation>照片暂时拍不了：可以先申请，材料以后补</translation>
    </message>
    <message id="reduced.later_hint">
        <translation>补交到哪一天，办的时候告诉您；可以用声明代替的，现在就能办完。</translation>
    </message>
    <message id="reduced.perhaps">
        <translation>照片暂时拍不了：有的材料要当场拍</translation>
    </message>
    <message id="reduced.perhaps_hint">
        <translation>用不用拍，答几个问题就知道。要拍的，可以去这里办：</translation>
    </message>
    <message id="reduced.closed">
        <translation>照片暂时拍不了：这件事现在办不了</translation>
    </message>
    <message id="reduced.closed_hint">
        <translation>修好以后，这里会自动恢复。着急的，可以去这里办，或者请人帮您：</translation>
    </message>
    <message id="reduced.mark_later">
        <translation>{hint} · 先申请，材料以后补</translation>
    </message>
    <message id="reduced.mark_perhaps">
        <translation>{hint} · 有的材料暂时拍不了</translation>
    </message>
    <message id="reduced.mark_closed">
        <translation>{hint} · 照片暂时拍不了，点开看去哪里办</translation>
    </message>
</context>
<context>
    <name>broken</name>
    <message id="broken.title">
        <translation>本机暂停服务</translation>
    </message>
    <message id="broken.mending">
        <translation>修好以后，这里会自动恢复。已经交的申请都在，不会丢。</translation>
    </message>
    <message id="broken.meanwhile">
        <translation>着急办事，请找工作人员，或拨打 12345 问最近的地方。</translation>
    </message>
</context>
<context>
    <name>closed</name>
    <message id="closed.title">
        <translation>本机暂停服务</translation>
    </message>
    <message id="closed.paper">
        <translation>等着换纸</translation>
    </message>
    <message id="closed.repair">
        <translation>正在维修</translation>
    </message>
    <message id="closed.cleaning">
        <translation>正在清洁</translation>
    </message>
    <message id="closed.today">
        <translation>今天不再办理</translation>
    </message>
    <message id="closed.elsewhere">
        <translation>请到：{where}</translation>
    </message>
    <message id="closed.call">
        <translation>也可以打 {phone} 问一问</translation>
    </message>
    <message id="closed.safe">
        <translation>已经收下的都在，会照常办理</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message id="setup.terminal">
        <translation>自助服务终端</translation>
    </message>
    <message id="setup.progress">
        <translation>{at} / {of}  {step}</translation>
    </message>
    <message id="setup.step_name">
        <translation>站点名称</translation>
    </message>
    <message id="setup.step_area">
        <translation>区划代码</translation>
    </message>
    <message id="setup.step_city">
        <translation>市里的地址</translation>
    </message>
    <message id="setup.step_devices">
        <translation>设备</translation>
    </message>
    <message id="setup.step_enrol">
        <translation>向市里登记</translation>
    </message>
    <message id="setup.step_pin">
        <translation>工作人员口令</translation>
    </message>
    <message id="setup.step_check">
        <translation>核对</translation>
    </message>
    <message id="setup.begin">
        <translation>开始设置</translation>
    </message>
    <message id="setup.keeping">
        <translation>正在保存</translation>
    </message>
    <message id="setup.without">
        <translation>先不连网，往下走</translation>
    </message>
    <message id="setup.welcome_title">
        <translation>欢迎，先把这台终端设置好</translation>
    </message>
    <message id="setup.welcome_lead">
        <translation>七步，大约五分钟。随时可以停，断电也不怕：下次从这里接着来。</translation>
    </message>
    <message id="setup.need_name">
        <translation>站点叫什么，在哪个区</translation>
    </message>
    <message id="setup.need_name_hint">
        <translation>居民在每一页和凭条上都会看到</translation>
    </message>
    <message id="setup.need_city">
        <translation>市里接收平台的地址</translation>
    </message>
    <message id="setup.need_city_hint">
        <translation>以 https:// 开头，在市里发的单子上</translation>
    </message>
    <message id="setup.need_code">
        <translation>十六位登记码</translation>
    </message>
    <message id="setup.need_code_hint">
        <translation>一台一个，只能用一次。没有也能先往下走</translation>
    </message>
    <message id="setup.need_pin">
        <translation>想好一个工作人员口令</translation>
    </message>
    <message id="setup.need_pin_hint">
        <translation>六位以上数字，以后开工作人员页面要用</translation>
    </message>
    <message id="setup.name_title">
        <translation>这个站点叫什么？</translation>
    </message>
    <message id="setup.name_lead">
        <translation>写居民平时叫的全名。</translation>
    </message>
    <message id="setup.name_label">
        <translation>站点名称</translation>
    </message>
    <message id="setup.name_placeholder">
        <translation>社区便民服务站</translation>
    </message>
    <message id="setup.name_why">
        <translation>名称显示在每一页左上角，也印在凭条上。</translation>
    </message>
    <message id="setup.area_title">
        <translation>站点在哪个区？</translation>
    </message>
    <message id="setup.area_lead">
        <translation>输入六位行政区划代码。</translation>
    </message>
    <message id="setup.area_placeholder">
        <translation>区划代码</translation>
    </message>
    <message id="setup.area_other">
        <translation>其他区划</translation>
    </message>
    <message id="setup.area_why">
        <translation>区划代码写进受理编号，市里按它分派。</translation>
    </message>
    <message id="setup.city_title">
        <translation>市里的接收平台在哪里？</translation>
    </message>
    <message id="setup.city_lead">
        <translation>照市里发的单子输入地址。</translation>
    </message>
    <message id="setup.city_label">
        <translation>平台地址</translation>
    </message>
    <message id="setup.city_why">
        <translation>所有材料先加密再送到这个地址，别处打不开。</translation>
    </message>
    <message id="setup.city_wrong">
        <translation>这个地址用不了：以 https:// 开头，中间没有空格。</translation>
    </message>
    <message id="setup.reach_title">
        <translation>连一连市里</translation>
    </message>
    <message id="setup.reach_lead">
        <translation>看看网线通不通、地址对不对、证书认不认。</translation>
    </message>
    <message id="setup.reach_asking">
        <translation>正在连接</translation>
    </message>
    <message id="setup.reach_well">
        <translation>连上了，是市里的平台</translation>
    </message>
    <message id="setup.reach_failed">
        <translation>还没有连上</translation>
    </message>
    <message id="setup.reach_again">
        <translation>再连一次</translation>
    </message>
    <message id="setup.reach_edit">
        <translation>改地址</translation>
    </message>
    <message id="setup.clock_off">
        <translation>本机的时间差得多</translation>
    </message>
    <message id="setup.trouble_line">
        <translation>看网线和路由器灯亮不亮，再连一次。市里的防火墙也要放行本机。</translation>
    </message>
    <message id="setup.trouble_name">
        <translation>找不到这个地址：看看有没有打错，再请网络管理员查 DNS。</translation>
    </message>
    <message id="setup.trouble_certificate">
        <translation>对方的证书不被认可：先看地址和本机时间，再把市里的 ca.pem 放到 /etc/kiosk。</translation>
    </message>
    <message id="setup.trouble_portal">
        <translation>答话的不是市里的平台：线路上有登录页，或者地址不对。请网络管理员放行本机。</translation>
    </message>
    <message id="setup.trouble_not-trusted">
        <translation>对方不让本机进：请市里开通这台终端。</translation>
    </message>
    <message id="setup.trouble_busy">
        <translation>市里正忙，过一会儿再试。</translation>
    </message>
    <message id="setup.trouble_server">
        <translation>市里的系统没有正常答话，过一会儿再试；一直这样就告诉市里。</translation>
    </message>
    <message id="setup.trouble_code">
        <translation>市里没有认这个登记码：看看有没有输错。用过的码要请市里换一个新的。</translation>
    </message>
    <message id="setup.trouble_disk">
        <translation>写不进存储：请报修。前面填的都还在。</translation>
    </message>
    <message id="setup.devices_title">
        <translation>找到了这些设备</translation>
    </message>
    <message id="setup.devices_lead">
        <translation>没接好的现在接上，再找一次；真没有的就往下走，用到它的事项会先关着。</translation>
    </message>
    <message id="setup.devices_looking">
        <translation>正在找设备</translation>
    </message>
    <message id="setup.devices_looking_hint">
        <translation>要半分钟，请不要拔插</translation>
    </message>
    <message id="setup.devices_again">
        <translation>再找一次</translation>
    </message>
    <message id="setup.device_none">
        <translation>看电源和数据线，接好再找一次</translation>
    </message>
    <message id="setup.enrol_title">
        <translation>向市里登记这台终端</translation>
    </message>
    <message id="setup.enrol_lead">
        <translation>登记以后市里才认得它，居民交的材料才送得出去。</translation>
    </message>
    <message id="setup.enrol_what">
        <translation>登记码在市里发的单子上，十六位数字</translation>
    </message>
    <message id="setup.enrol_again">
        <translation>名称、区划或地址改过了：要用一个新的登记码告诉市里</translation>
    </message>
    <message id="setup.enrol_now">
        <translation>现在输入登记码</translation>
    </message>
    <message id="setup.enrol_now_hint">
        <translation>要连着网</translation>
    </message>
    <message id="setup.enrol_later">
        <translation>以后再登记</translation>
    </message>
    <message id="setup.enrol_later_hint">
        <translation>先做完别的。登记以前本机不办事</translation>
    </message>
    <message id="setup.enrol_as_it_was">
        <translation>不告诉市里</translation>
    </message>
    <message id="setup.enrol_as_it_was_hint">
        <translation>市里仍按原来的站点记着</translation>
    </message>
    <message id="setup.code_title">
        <translation>输入登记码</translation>
    </message>
    <message id="setup.code_lead">
        <translation>十六位数字，横线不用输。</translation>
    </message>
    <message id="setup.code_placeholder">
        <translation>登记码</translation>
    </message>
    <message id="setup.code_asking">
        <translation>正在登记</translation>
    </message>
    <message id="setup.code_why">
        <translation>登记码只能用一次，丢了请市里再发一个。</translation>
    </message>
    <message id="setup.pin_title">
        <translation>给工作人员定一个口令</translation>
    </message>
    <message id="setup.pin_lead">
        <translation>{least} 到 {most} 位数字，不要用生日和连着的数字。</translation>
    </message>
    <message id="setup.pin_why">
        <translation>口令打开工作人员页面：装纸、试设备、关机。忘了要请维护人员重设。</translation>
    </message>
    <message id="setup.pin_again_title">
        <translation>口令再输一次</translation>
    </message>
    <message id="setup.pin_again_lead">
        <translation>两次一样才算数。</translation>
    </message>
    <message id="setup.pin_weak">
        <translation>这个口令太好猜，换一个。</translation>
    </message>
    <message id="setup.pin_different">
        <translation>两次不一样，请重新定。</translation>
    </message>
    <message id="setup.pin_disk">
        <translation>写不进存储：请报修。</translation>
    </message>
    <message id="setup.check_title">
        <translation>都对吗？</translation>
    </message>
    <message id="setup.check_lead">
        <translation>要改哪一项就点它右边的笔。</translation>
    </message>
    <message id="setup.sum_station">
        <translation>站点</translation>
    </message>
    <message id="setup.sum_machine">
        <translation>本机</translation>
    </message>
    <message id="setup.sum_enrolled">
        <translation>市里已登记</translation>
    </message>
    <message id="setup.sum_later">
        <translation>还没有登记</translation>
    </message>
    <message id="setup.sum_found">
        <translation>找到了</translation>
    </message>
    <message id="setup.sum_none">
        <translation>没有</translation>
    </message>
    <message id="setup.sum_look">
        <translation>再找一次</translation>
    </message>
    <message id="setup.sum_pin">
        <translation>已设好</translation>
    </message>
    <message id="setup.sum_note">
        <translation>点“完成”以后写进本机，断电也不会只写一半。</translation>
    </message>
    <message id="setup.finish">
        <translation>完成</translation>
    </message>
    <message id="setup.finish_later">
        <translation>先存着</translation>
    </message>
    <message id="setup.done_title">
        <translation>设置好了</translation>
    </message>
    <message id="setup.done_lead">
        <translation>可以请居民来办事了。</translation>
    </message>
    <message id="setup.done_well">
        <translation>这台终端已经能用</translation>
    </message>
    <message id="setup.done_well_hint">
        <translation>断网也收：材料加密存在本机，通了自动上报</translation>
    </message>
    <message id="setup.done_staff">
        <translation>工作人员页面</translation>
    </message>
    <message id="setup.done_staff_hint">
        <translation>按住左上角三秒，再输口令</translation>
    </message>
    <message id="setup.open">
        <translation>开始使用</translation>
    </message>
    <message id="setup.pending_title">
        <translation>本机还没有登记</translation>
    </message>
    <message id="setup.pending_lead">
        <translation>工作人员输入市里的登记码，就能开始办事。</translation>
    </message>
    <message id="setup.pending_closed">
        <translation>居民暂时不能在这里办事</translation>
    </message>
    <message id="setup.pending_closed_hint">
        <translation>材料要用市里的钥匙加密，登记以后才有</translation>
    </message>
    <message id="setup.pending_kept">
        <translation>前面填的都存好了</translation>
    </message>
    <message id="setup.pending_kept_hint">
        <translation>接着做只要登记码和工作人员口令</translation>
    </message>
    <message id="setup.pending_on">
        <translation>工作人员：去登记</translation>
    </message>
</context>
</TS>
