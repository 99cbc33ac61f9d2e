<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>common</name>
    <message id="back">
        <translation>Back</translation>
    </message>
    <message id="next">
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>office</name>
    <message id="office.where">
        <translation>{name}: {address}</translation>
    </message>
    <message id="office.when">
        <translation>{hours}, telephone {phone}</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message id="language.name">
        <translation>English</translation>
    </message>
    <message id="language.title">
        <translation>Choose a language</translation>
    </message>
</context>
<context>
    <name>header</name>
    <message id="header.stations">
        <extracomment>What stations are called, longest first: left out of their names where there is no room</extracomment>
        <translation>便民服务中心 便民服务站 政务服务中心 政务服务站 党群服务中心 服务中心 服务站</translation>
    </message>
    <message id="header.language">
        <translation>Language</translation>
    </message>
    <message id="header.help">
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>view</name>
    <message id="view.high_contrast">
        <translation>Light on black</translation>
    </message>
    <message id="view.large_print">
        <translation>Large</translation>
    </message>
    <message id="view.spoken">
        <translation>Listen</translation>
    </message>
    <message id="view.lower">
        <translation>Lower</translation>
    </message>
    <message id="view.raise">
        <translation>Back up</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message id="speech.again">
        <translation>Again</translation>
    </message>
    <message id="speech.quieter">
        <translation>Softer</translation>
    </message>
    <message id="speech.louder">
        <translation>Louder</translation>
    </message>
    <message id="speech.slower">
        <translation>Slower</translation>
    </message>
    <message id="speech.faster">
        <translation>Faster</translation>
    </message>
    <message id="speech.chosen">
        <translation>Chosen</translation>
    </message>
    <message id="speech.withheld">
        <translation>Numbers and names are only on the screen, not read aloud</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message id="help.title">
        <translation>Someone can help</translation>
    </message>
    <message id="help.lead">
        <translation>What you have entered is kept; come back and carry on.</translation>
    </message>
    <message id="help.close">
        <translation>Back, carry on</translation>
    </message>
    <message id="help.staff">
        <translation>Staff at {station}</translation>
    </message>
    <message id="help.staff_named">
        <translation>{name}, {station}</translation>
    </message>
    <message id="help.staff_hint">
        <translation>Just call out; someone will come to the terminal.</translation>
    </message>
    <message id="help.staff_hours">
        <translation>Here {hours}; just call out.</translation>
    </message>
    <message id="help.phone">
        <translation>Station phone: {phone}</translation>
    </message>
    <message id="help.phone_hint">
        <translation>If you see nobody, call this number.</translation>
    </message>
    <message id="help.city">
        <translation>Call 12345</translation>
    </message>
    <message id="help.city_hint">
        <translation>Answered day and night; just say what you need.</translation>
    </message>
    <message id="help.call_me">
        <translation>Have someone call me</translation>
    </message>
    <message id="help.call_me_hint">
        <translation>Leave a number; staff will call you {promise}, or visit</translation>
    </message>
    <message id="help.promise_one">
        <translation>by the next working day</translation>
    </message>
    <message id="help.promise_more">
        <translation>within {days} working days</translation>
    </message>
</context>
<context>
    <name>leave</name>
    <message id="leave.ask">
        <translation>Stop and erase</translation>
    </message>
    <message id="leave.title">
        <translation>Stop here?</translation>
    </message>
    <message id="leave.lead">
        <translation>What you have entered is erased at once; nothing stays in the terminal. You can come back at any time.</translation>
    </message>
    <message id="leave.stay">
        <translation>Carry on</translation>
    </message>
    <message id="leave.confirm">
        <translation>Erase and leave</translation>
    </message>
</context>
<context>
    <name>still_there</name>
    <message id="still_there.title">
        <translation>Are you still there?</translation>
    </message>
    <message id="still_there.answers">
        <translation>When the time is up, what you have entered is erased, so that nobody else sees it. To carry on, touch the screen anywhere.</translation>
    </message>
    <message id="still_there.number">
        <translation>Your application is safely stored. When the time is up, the number disappears from the screen. To keep it there, touch the screen anywhere.</translation>
    </message>
    <message id="still_there.nothing">
        <translation>When the time is up, the screen returns to the start for the next person. To carry on, touch the screen anywhere.</translation>
    </message>
    <message id="still_there.stay">
        <translation>I am still here</translation>
    </message>
    <message id="still_there.more_time">
        <translation>I need more time</translation>
    </message>
    <message id="still_there.leave_answers">
        <translation>Erase and leave</translation>
    </message>
    <message id="still_there.leave_number">
        <translation>I have it, finish</translation>
    </message>
    <message id="still_there.leave_nothing">
        <translation>Leave</translation>
    </message>
    <message id="still_there.unit">
        <translation>sec</translation>
    </message>
</context>
<context>
    <name>attract</name>
    <message id="attract.headline_1">
        <translation>Done here,</translation>
    </message>
    <message id="attract.headline_2">
        <translation>near home.</translation>
    </message>
    <message id="attract.headline_full_1">
        <translation>Full now;</translation>
    </message>
    <message id="attract.headline_full_2">
        <translation>go nearby.</translation>
    </message>
    <message id="attract.line_1">
        <translation>Place your card, scan your papers, take your slip.</translation>
    </message>
    <message id="attract.line_2">
        <translation>Open day and night, even without a network.</translation>
    </message>
    <message id="attract.start">
        <translation>Touch to begin</translation>
    </message>
    <message id="attract.closed">
        <translation>Paused for now</translation>
    </message>
    <message id="attract.full_1">
        <translation>No more for now; all that it took is safe.</translation>
    </message>
    <message id="attract.full_2">
        <translation>Please tell the staff, or call 12345 for help nearby.</translation>
    </message>
    <message id="attract.card_1">
        <translation>Someone left an identity card on the reader.</translation>
    </message>
    <message id="attract.card_2">
        <translation>Please take it back, or give it to the staff.</translation>
    </message>
    <message id="attract.services">
        <translation>{count} services</translation>
    </message>
    <message id="attract.services_label">
        <translation>available here</translation>
    </message>
    <message id="attract.hours">
        <translation>24 hours</translation>
    </message>
    <message id="attract.hours_label">
        <translation>always open</translation>
    </message>
    <message id="attract.fee">
        <translation>¥0</translation>
    </message>
    <message id="attract.fee_label">
        <translation>no charge to apply</translation>
    </message>
    <message id="attract.papers_1">
        <translation>Papers missing? Apply now, bring them later.</translation>
    </message>
    <message id="attract.papers_2">
        <translation>What the city can look up, you need not bring.</translation>
    </message>
    <message id="attract.view_1">
        <translation>Type too small? Touch "Large".</translation>
    </message>
    <message id="attract.view_2">
        <translation>Want a person? Touch "Help".</translation>
    </message>
    <message id="attract.open_1">
        <translation>Tell us afterwards how it went, without your name.</translation>
    </message>
    <message id="attract.open_2">
        <translation>What you say is counted and published.</translation>
    </message>
    <message id="attract.out_id_card_reader_1">
        <translation>Cards cannot be read just now; typing works just as well.</translation>
    </message>
    <message id="attract.out_id_card_reader_2">
        <translation>For progress, use the code or number on your slip.</translation>
    </message>
    <message id="attract.out_document_scanner_1">
        <translation>No scanning just now; services without papers still work.</translation>
    </message>
    <message id="attract.out_document_scanner_2">
        <translation>Papers may follow later, or we tell you where to go.</translation>
    </message>
    <message id="attract.out_receipt_printer_1">
        <translation>No slips just now; you can still apply.</translation>
    </message>
    <message id="attract.out_receipt_printer_2">
        <translation>Your number is shown on the screen for you to keep.</translation>
    </message>
    <message id="attract.notice">
        <translation>From the city</translation>
    </message>
    <message id="attract.well">
        <translation>Online</translation>
    </message>
    <message id="attract.sending">
        <translation>Online, sending {count}</translation>
    </message>
    <message id="attract.kept">
        <translation>Offline, still open; {count} kept safe</translation>
    </message>
    <message id="attract.down">
        <translation>Offline, still open</translation>
    </message>
    <message id="attract.good_label">
        <translation>good ratings this month</translation>
    </message>
    <message id="attract.settled_label">
        <translation>completed this month</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message id="home.title">
        <translation>What can we do for you?</translation>
    </message>
    <message id="home.help">
        <translation>Not here? Ask a person</translation>
    </message>
    <message id="home.help_hint">
        <translation>Tell us what you need; we will find a way</translation>
    </message>
    <message id="home.leave">
        <translation>Leave</translation>
    </message>
    <message id="home.cases">
        <translation>My cases</translation>
    </message>
    <message id="home.cases_hint">
        <translation>See their progress, add missing papers</translation>
    </message>
    <message id="home.search">
        <translation>Search, for example: residence</translation>
    </message>
    <message id="home.packages">
        <translation>Life events, all in one go</translation>
    </message>
    <message id="home.matters">
        <translation>All services</translation>
    </message>
    <message id="home.departments">
        <translation>By department</translation>
    </message>
    <message id="home.report">
        <translation>Feedback</translation>
    </message>
    <message id="home.report_hint">
        <translation>Tell us; no name asked</translation>
    </message>
</context>
<context>
    <name>guide</name>
    <message id="guide.looked_up">
        <translation>Not needed if the city finds it in its records</translation>
    </message>
    <message id="guide.excludes">
        <translation>Not together with "{name}"</translation>
    </message>
    <message id="guide.minutes">
        <translation>{minutes} min</translation>
    </message>
    <message id="guide.minutes_label">
        <translation>at this terminal</translation>
    </message>
    <message id="guide.limit_label">
        <translation>at the latest</translation>
    </message>
    <message id="guide.materials">
        <translation>What to have ready</translation>
    </message>
    <message id="guide.card">
        <translation>Identity card</translation>
    </message>
    <message id="guide.card_hint">
        <translation>It fills in the form; without it, you type</translation>
    </message>
    <message id="guide.one_of">
        <translation>One of: {names}</translation>
    </message>
    <message id="guide.or">
        <translation>, </translation>
    </message>
    <message id="guide.defer_hint">
        <translation>Not with you? Bring it within {days} days</translation>
    </message>
    <message id="guide.perhaps">
        <translation>You may also need: {names}</translation>
    </message>
    <message id="guide.perhaps_hint">
        <translation>It depends on your answers; we will tell you then</translation>
    </message>
    <message id="guide.depends">
        <translation>Depends</translation>
    </message>
    <message id="guide.results">
        <translation>What you get</translation>
    </message>
    <message id="guide.slip">
        <translation>A slip with your number</translation>
    </message>
    <message id="guide.unsure">
        <translation>Not sure? Just begin; we will tell you what to do</translation>
    </message>
    <message id="guide.back">
        <translation>Home</translation>
    </message>
    <message id="guide.start">
        <translation>Begin</translation>
    </message>
    <message id="guide.printer-open">
        <translation>Press the button and open the printer's cover</translation>
    </message>
    <message id="guide.printer-roll">
        <translation>Lay in a new roll; the paper comes from below, towards you</translation>
    </message>
    <message id="guide.printer-close">
        <translation>Leave some paper outside and press the cover shut on both sides until it clicks</translation>
    </message>
    <message id="guide.printer-look">
        <translation>See whether paper is caught under the cover</translation>
    </message>
    <message id="guide.printer-jam">
        <translation>Draw out the jammed paper slowly; keep off the cutter</translation>
    </message>
    <message id="guide.printer-take">
        <translation>Take the slip out of the slot; give it back or destroy it</translation>
    </message>
    <message id="guide.printer-cool">
        <translation>Wait a few minutes until the print head has cooled; leave its slots free</translation>
    </message>
    <message id="guide.plug-device">
        <translation>The plug at the device: pull it and push it in firmly</translation>
    </message>
    <message id="guide.reader-plug">
        <translation>The reader's cable: pull it and push it in firmly</translation>
    </message>
    <message id="guide.camera-plug">
        <translation>The camera's cable: pull it and push it in firmly</translation>
    </message>
    <message id="guide.camera-wipe">
        <translation>Wipe the lens gently with a soft cloth, without water</translation>
    </message>
    <message id="guide.camera-lamp">
        <translation>See that the lamp is lit; turn it if it is dark or glares</translation>
    </message>
    <message id="guide.camera-paper">
        <translation>Lay a paper and try: flat, with all four corners in sight</translation>
    </message>
    <message id="guide.feeder-open">
        <translation>Open the lid of the scanner</translation>
    </message>
    <message id="guide.feeder-pull">
        <translation>Hold the sheet with both hands and draw it out straight, slowly</translation>
    </message>
    <message id="guide.feeder-close">
        <translation>Press the lid shut on both sides until it clicks</translation>
    </message>
    <message id="guide.stick-in">
        <translation>Put a stick into the machine</translation>
    </message>
    <message id="guide.stick-write">
        <translation>Choose Carry by stick, and bring it to the district</translation>
    </message>
    <message id="guide.plug-machine">
        <translation>The plug at the machine: push it in firmly too</translation>
    </message>
    <message id="guide.light-green">
        <translation>Wait for the light of the device; this turns green within seconds</translation>
    </message>
    <message id="guide.restart-devices">
        <translation>On the overview choose Restart, then The three devices</translation>
    </message>
    <message id="guide.call-service">
        <translation>If that does not help call service and read out the line above</translation>
    </message>
    <message id="guide.line-cable">
        <translation>Push the network cable in at both ends; the small lights must be on</translation>
    </message>
    <message id="guide.line-router">
        <translation>Unplug the router, wait ten seconds, plug it in again</translation>
    </message>
</context>
<context>
    <name>demand</name>
    <message id="demand.required">
        <translation>Required</translation>
    </message>
    <message id="demand.card">
        <translation>Best brought</translation>
    </message>
    <message id="demand.deferrable">
        <translation>Can follow</translation>
    </message>
    <message id="demand.declared">
        <translation>Declare instead</translation>
    </message>
    <message id="demand.exempt">
        <translation>Not needed</translation>
    </message>
</context>
<context>
    <name>limit</name>
    <message id="limit.at_once">
        <translation>At once</translation>
    </message>
    <message id="limit.working_days">
        <translation>{days} work days</translation>
    </message>
    <message id="limit.days">
        <translation>{days} days</translation>
    </message>
</context>
<context>
    <name>date</name>
    <message id="date.day">
        <translation>{day} {month} {year}</translation>
    </message>
    <message id="date.year">
        <translation>year</translation>
    </message>
    <message id="date.month">
        <translation>month</translation>
    </message>
    <message id="date.day_of_month">
        <translation>day</translation>
    </message>
    <message id="date.months">
        <translation>January|February|March|April|May|June|July|August|September|October|November|December</translation>
    </message>
    <message id="date.turned_year">
        <translation>{year}</translation>
    </message>
    <message id="date.turned_day">
        <translation>{day}</translation>
    </message>
    <message id="date.month_of">
        <translation>{month} {year}</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message id="progress.label">
        <translation>{at} / {of}  {step} · {detail}</translation>
    </message>
    <message id="progress.identify">
        <translation>Who you are</translation>
    </message>
    <message id="progress.fill">
        <translation>Questions</translation>
    </message>
    <message id="progress.scan">
        <translation>Papers</translation>
    </message>
    <message id="progress.review">
        <translation>Check</translation>
    </message>
    <message id="progress.done">
        <translation>Number and slip</translation>
    </message>
</context>
<context>
    <name>identify</name>
    <message id="identify.title">
        <translation>Place your identity card on the light</translation>
    </message>
    <message id="identify.lead">
        <translation>Face up and flat; leave it there. About 2 seconds.</translation>
    </message>
    <message id="identify.title_unavailable">
        <translation>The card reader is out of order</translation>
    </message>
    <message id="identify.lead_unavailable">
        <translation>You can still apply. Choose a way below.</translation>
    </message>
    <message id="identify.title_left">
        <translation>Please remove this card first</translation>
    </message>
    <message id="identify.lead_left">
        <translation>Someone left it here. Once it is gone, place yours.</translation>
    </message>
    <message id="identify.title_unread">
        <translation>This card could not be read</translation>
    </message>
    <message id="identify.lead_unread">
        <translation>Wipe the card, turn it over, place it flat. Or choose another way.</translation>
    </message>
    <message id="identify.retry_unread">
        <translation>Read it again</translation>
    </message>
    <message id="identify.retry_unread_hint">
        <translation>Wipe it, turn it over, place it flat</translation>
    </message>
    <message id="identify.reading">
        <translation>Card found, reading it; please leave it there</translation>
    </message>
    <message id="identify.ready">
        <translation>The reader is ready for your card</translation>
    </message>
    <message id="identify.type">
        <translation>No card? Type your details</translation>
    </message>
    <message id="identify.type_unread">
        <translation>Type my details instead</translation>
    </message>
    <message id="identify.type_hint">
        <translation>This works too; staff will check with you</translation>
    </message>
    <message id="identify.retry">
        <translation>Try the reader again</translation>
    </message>
    <message id="identify.retry_hint">
        <translation>Once staff have seen to it</translation>
    </message>
    <message id="identify.helper">
        <translation>Ask for help</translation>
    </message>
    <message id="identify.helper_hint">
        <translation>Call the staff, or dial 12345</translation>
    </message>
    <message id="expired.title">
        <translation>This card expired on {day}</translation>
    </message>
    <message id="expired.lead">
        <translation>You can still apply; please renew the card soon.</translation>
    </message>
    <message id="expired.renew">
        <translation>Where to renew it</translation>
    </message>
    <message id="expired.renew_resident">
        <translation>Take it to the nearest police station, wherever you are registered. 12345 tells which one.</translation>
    </message>
    <message id="expired.renew_other">
        <translation>The police renew it; 12345 tells where and what to bring.</translation>
    </message>
    <message id="expired.meanwhile">
        <translation>This time</translation>
    </message>
    <message id="expired.meanwhile_hint">
        <translation>Go on now. The last day goes with your application; the department tells you if it needs the new card.</translation>
    </message>
    <message id="expired.go_on">
        <translation>All right, go on</translation>
    </message>
</context>
<context>
    <name>reader</name>
    <message id="reader.other">
        <translation>Something is wrong with the reader, please call the staff</translation>
    </message>
    <message id="reader.no_device">
        <translation>No reader was found, please call the staff</translation>
    </message>
    <message id="reader.no_answer">
        <translation>The reader does not respond, please call the staff</translation>
    </message>
    <message id="reader.no_card">
        <translation>No card found yet; place it on the light</translation>
    </message>
    <message id="reader.card_left">
        <translation>Someone left their card here. Please pick it up and give it to the staff first</translation>
    </message>
    <message id="reader.card_moved">
        <translation>The card moved; pick it up and place it flat again</translation>
    </message>
    <message id="reader.card_rejected">
        <translation>This card cannot be read; use an identity card or residence permit</translation>
    </message>
    <message id="reader.card_unreadable">
        <translation>Not read clearly; wipe the card, place it flat again</translation>
    </message>
</context>
<context>
    <name>number</name>
    <message id="number.left">
        <translation>{left} to go</translation>
    </message>
    <message id="number.complete">
        <translation>Complete</translation>
    </message>
    <message id="number.clear">
        <translation>Clear</translation>
    </message>
    <message id="number.erase">
        <translation>Erase</translation>
    </message>
    <message id="number.phone">
        <translation>Mobile number</translation>
    </message>
    <message id="number.id_number">
        <translation>18-character identity number</translation>
    </message>
    <message id="number.bank_account">
        <translation>16 to 19 digits</translation>
    </message>
    <message id="number.disability_certificate">
        <translation>20-digit certificate number</translation>
    </message>
    <message id="number.count">
        <translation>{least} to {most}</translation>
    </message>
    <message id="number.typed">
        <translation>{typed} digits entered</translation>
    </message>
</context>
<context>
    <name>type_number</name>
    <message id="type_number.title">
        <translation>Type your identity number</translation>
    </message>
    <message id="type_number.lead">
        <translation>18 characters; the last may be X.</translation>
    </message>
    <message id="type_number.placeholder">
        <translation>18 characters</translation>
    </message>
    <message id="type_number.why">
        <translation>Your application will say "not verified by card"; staff will check your details with you once more.</translation>
    </message>
    <message id="type_number.wrong">
        <translation>One of the digits is wrong. Compare with your card, correct it and touch Next.</translation>
    </message>
</context>
<context>
    <name>type_name</name>
    <message id="type_name.title">
        <translation>Type your name</translation>
    </message>
    <message id="type_name.lead">
        <translation>As on your card. Type pinyin and choose the characters.</translation>
    </message>
    <message id="type_name.placeholder">
        <translation>Name</translation>
    </message>
    <message id="type_name.wrong">
        <translation>A name has at least two characters. Compare with your card.</translation>
    </message>
</context>
<context>
    <name>advise</name>
    <message id="advise.others">
        <translation>Other services</translation>
    </message>
    <message id="advise.because">
        <translation>Because you answered "{label}": {answer}</translation>
    </message>
    <message id="advise.because_of">
        <translation>Because of your answer to "{label}"</translation>
    </message>
    <message id="advise.bring">
        <translation>What to bring</translation>
    </message>
    <message id="advise.ask">
        <translation>Ask someone to help</translation>
    </message>
    <message id="advise.ask_hint">
        <translation>Leave a number and the street office will call you</translation>
    </message>
    <message id="advise.instead">
        <translation>Continue with: {name}</translation>
    </message>
    <message id="advise.instead_hint">
        <translation>No need for the card again; your answers are kept</translation>
    </message>
    <message id="advise.go_on">
        <translation>All right, what else is there</translation>
    </message>
    <message id="advise.not_called_for">
        <translation>{name}: not needed this time</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message id="text.placeholder">
        <translation>Touch here to type</translation>
    </message>
    <message id="text.left">
        <translation>{left} characters left</translation>
    </message>
    <message id="text.clear">
        <translation>Clear</translation>
    </message>
    <message id="text.credit_code">
        <translation>18 digits and capital letters</translation>
    </message>
</context>
<context>
    <name>wrong</name>
    <message id="wrong.choice">
        <translation>please touch one answer, then Next.</translation>
    </message>
    <message id="wrong.phone">
        <translation>11 digits beginning with 1; please check it.</translation>
    </message>
    <message id="wrong.text">
        <translation>please write at least two characters, then Next.</translation>
    </message>
    <message id="wrong.date">
        <translation>this day is in the future; please choose today or earlier.</translation>
    </message>
    <message id="wrong.field">
        <translation>{label}: {remedy}</translation>
    </message>
    <message id="wrong.address">
        <translation>please write it down to the door number, at least two characters.</translation>
    </message>
    <message id="wrong.amount">
        <translation>please enter between ¥{least} and ¥{most}.</translation>
    </message>
    <message id="wrong.signature">
        <translation>please write larger and in full, or confirm by name below.</translation>
    </message>
    <message id="wrong.choices">
        <translation>please touch at least one answer, then Next.</translation>
    </message>
    <message id="wrong.month">
        <translation>this month is in the future; please choose this month or earlier.</translation>
    </message>
    <message id="wrong.late">
        <translation>please choose {last} or earlier.</translation>
    </message>
    <message id="wrong.past">
        <translation>please choose {first} or later.</translation>
    </message>
    <message id="wrong.early">
        <translation>please choose {first} or later, not before "{other}".</translation>
    </message>
    <message id="wrong.region">
        <translation>please touch a city too, then Next.</translation>
    </message>
    <message id="wrong.id_number">
        <translation>one digit is wrong; please compare with the card.</translation>
    </message>
    <message id="wrong.bank_account">
        <translation>16 to 19 digits, and one is wrong; please compare with the card. Only a passbook? Touch Help.</translation>
    </message>
    <message id="wrong.disability_certificate">
        <translation>one digit is wrong; please compare with the certificate, 20 digits in all.</translation>
    </message>
    <message id="wrong.count">
        <translation>please enter between {least} and {most}.</translation>
    </message>
    <message id="wrong.credit_code">
        <translation>one character is wrong; please compare with the licence.</translation>
    </message>
    <message id="wrong.person_name">
        <translation>please write the name, at least two characters and no digits.</translation>
    </message>
    <message id="wrong.same">
        <translation>this is the same as "{other}"; please give another one.</translation>
    </message>
    <message id="wrong.twice">
        <translation>not the same as the first time; compare with the card. Was the first one wrong? Touch Back.</translation>
    </message>
</context>
<context>
    <name>address</name>
    <message id="address.district">
        <translation>First, touch the district or county</translation>
    </message>
    <message id="address.street">
        <translation>Next, touch the street office or town</translation>
    </message>
    <message id="address.community">
        <translation>Next, touch the community or village</translation>
    </message>
    <message id="address.unlisted">
        <translation>Not listed: write it myself</translation>
    </message>
    <message id="address.unlisted_hint">
        <translation>New or unsure? Just write it down</translation>
    </message>
    <message id="address.unlisted_chip">
        <translation>Written below</translation>
    </message>
    <message id="address.keys">
        <translation>区 号楼 单元 室 号 -</translation>
    </message>
</context>
<context>
    <name>twice</name>
    <message id="twice.title">
        <translation>{label}: please type it again</translation>
    </message>
    <message id="twice.lead">
        <translation>Typing it twice makes sure no digit is wrong.</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message id="choices.lead">
        <translation>Touch all that apply. {help}</translation>
    </message>
</context>
<context>
    <name>region</name>
    <message id="region.province">
        <translation>{help} First, touch the province.</translation>
    </message>
    <message id="region.city">
        <translation>Next, touch the city. {help}</translation>
    </message>
</context>
<context>
    <name>amount</name>
    <message id="amount.yuan">
        <translation>¥{amount}</translation>
    </message>
    <message id="amount.bounds">
        <translation>¥{least} to ¥{most}</translation>
    </message>
</context>
<context>
    <name>signature</name>
    <message id="signature.here">
        <translation>Sign here with your finger</translation>
    </message>
    <message id="signature.undo">
        <translation>Undo</translation>
    </message>
    <message id="signature.clear">
        <translation>Start again</translation>
    </message>
    <message id="signature.named">
        <translation>Hard to write? Confirm by name</translation>
    </message>
    <message id="signature.named_hint">
        <translation>The name you gave stands for it; we will call if we need it by hand</translation>
    </message>
</context>
<context>
    <name>scan</name>
    <message id="scan.count">
        <translation>paper {at} of {of}</translation>
    </message>
    <message id="scan.title">
        <translation>{name}: place page {page}</translation>
    </message>
    <message id="scan.check">
        <translation>{name}, page {page}: is it clear?</translation>
    </message>
    <message id="scan.check_lead">
        <translation>If you can read it, touch "Good"; if not, take it again.</translation>
    </message>
    <message id="scan.status_live">
        <translation>Flat, four corners visible: taken once it lies still</translation>
    </message>
    <message id="scan.status_next">
        <translation>Lay this one in its place, flat, and touch Take</translation>
    </message>
    <message id="scan.status_glass">
        <translation>Put the paper in place, then touch Scan</translation>
    </message>
    <message id="scan.status_taking">
        <translation>Taking the picture, please hold still</translation>
    </message>
    <message id="scan.status_check">
        <translation>Taken</translation>
    </message>
    <message id="scan.status_unavailable">
        <translation>Not available just now</translation>
    </message>
    <message id="scan.page">
        <translation>Page {page}</translation>
    </message>
    <message id="scan.take">
        <translation>Take</translation>
    </message>
    <message id="scan.scan">
        <translation>Scan</translation>
    </message>
    <message id="scan.retry">
        <translation>Try again</translation>
    </message>
    <message id="scan.accept">
        <translation>Good</translation>
    </message>
    <message id="scan.retake">
        <translation>Retake</translation>
    </message>
    <message id="scan.add">
        <translation>Add a page</translation>
    </message>
    <message id="scan.enough">
        <translation>No more pages</translation>
    </message>
    <message id="scan.defer">
        <translation>Not with me: in {days} days</translation>
    </message>
    <message id="scan.kept">
        <translation>{name}, page {page}</translation>
    </message>
    <message id="scan.kept_lead">
        <translation>Kept safe. If it is not clear, remove it and take it again.</translation>
    </message>
    <message id="scan.status_kept">
        <translation>Kept</translation>
    </message>
    <message id="scan.pages">
        <translation>{taken} taken, {most} at most</translation>
    </message>
    <message id="scan.remove">
        <translation>Remove</translation>
    </message>
    <message id="scan.defer_hint">
        <translation>Bring it to any terminal by {day}</translation>
    </message>
    <message id="scan.exempt">
        <translation>{name}: not needed, the city has it</translation>
    </message>
    <message id="scan.leave">
        <translation>Leave this one for later</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message id="verdict.sharp">
        <translation>Sharp</translation>
    </message>
    <message id="verdict.corners">
        <translation>All corners</translation>
    </message>
    <message id="verdict.no_page">
        <translation>Edges not seen clearly</translation>
    </message>
    <message id="verdict.blurred">
        <translation>A little blurred; keep it still</translation>
    </message>
    <message id="verdict.cut_off">
        <translation>An edge is missing; move it to the middle</translation>
    </message>
    <message id="verdict.too_dark">
        <translation>A little dark; turn it</translation>
    </message>
    <message id="verdict.glare">
        <translation>A reflection; turn it a little</translation>
    </message>
</context>
<context>
    <name>scanner</name>
    <message id="scanner.other">
        <translation>Something is wrong with the camera. Try again, or call the staff.</translation>
    </message>
    <message id="scanner.no_device">
        <translation>No camera was found. Call the staff, or bring the paper later.</translation>
    </message>
    <message id="scanner.no_page">
        <translation>The edges were not seen clearly. Lay one paper only, nothing under it, flat, all four corners in sight, and touch Take.</translation>
    </message>
    <message id="scanner.page_too_large">
        <translation>The pictures of this paper are larger than the city accepts. Leave out pages that are not needed, or call the staff.</translation>
    </message>
    <message id="scanner.no_picture">
        <translation>The camera shows nothing. Scanning resumes by itself once it is repaired: call the staff, or bring the paper later.</translation>
    </message>
    <message id="scanner.offline">
        <translation>The scanner is not ready. Scanning resumes by itself once it is repaired: call the staff, or bring the paper later.</translation>
    </message>
    <message id="scanner.busy">
        <translation>The scanner is busy; it continues by itself in a moment.</translation>
    </message>
    <message id="scanner.feeder_empty">
        <translation>The feeder is empty. Put your papers in and touch Scan.</translation>
    </message>
    <message id="scanner.paper_jam">
        <translation>Paper is jammed in the scanner. Please call the staff; scanning resumes by itself once it is out.</translation>
    </message>
    <message id="scanner.cover_open">
        <translation>The scanner's cover is open; scanning resumes by itself once it is closed.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message id="review.title">
        <translation>Please check: is this right?</translation>
    </message>
    <message id="review.answers">
        <translation>Your answers</translation>
    </message>
    <message id="review.materials">
        <translation>Papers</translation>
    </message>
    <message id="review.person">
        <translation>You</translation>
    </message>
    <message id="review.from_card">
        <translation>from your card</translation>
    </message>
    <message id="review.from_expired">
        <translation>from your card, which has expired</translation>
    </message>
    <message id="review.typed">
        <translation>typed, not verified by card</translation>
    </message>
    <message id="review.name">
        <translation>Name</translation>
    </message>
    <message id="review.id_number">
        <translation>Number</translation>
    </message>
    <message id="review.household">
        <translation>Household</translation>
    </message>
    <message id="review.exempt">
        <translation>Not needed: the city looks it up</translation>
    </message>
    <message id="review.deferred">
        <translation>To follow by {day}</translation>
    </message>
    <message id="review.pages">
        <translation>pages: {pages}</translation>
    </message>
    <message id="review.edit">
        <translation>Change</translation>
    </message>
    <message id="review.consent">
        <translation>I confirm that this is true and agree that it is sent, encrypted, to {department} for this application.</translation>
    </message>
    <message id="review.note">
        <translation>Press and hold a hidden number to see it. Nothing stays here after you leave.</translation>
    </message>
    <message id="review.note_adding">
        <translation>After you leave, nothing about you stays on this terminal.</translation>
    </message>
    <message id="review.submit">
        <translation>Yes, send it</translation>
    </message>
    <message id="review.failed">
        <translation>It could not be saved just now and nothing was sent. Touch Send again; if it fails again, call the staff.</translation>
    </message>
    <message id="review.title_adding">
        <translation>Add these papers: is this right?</translation>
    </message>
    <message id="review.case">
        <translation>Added to</translation>
    </message>
    <message id="review.matter">
        <translation>Service</translation>
    </message>
    <message id="review.number">
        <translation>Number</translation>
    </message>
    <message id="review.from_slip">
        <translation>by your slip</translation>
    </message>
    <message id="review.left">
        <translation>left for later</translation>
    </message>
    <message id="review.drawn">
        <translation>Written by hand</translation>
    </message>
    <message id="review.named">
        <translation>Confirmed by name</translation>
    </message>
    <message id="review.declared">
        <translation>Declared, no paper needed</translation>
    </message>
    <message id="review.same">
        <translation>Answers and papers</translation>
    </message>
    <message id="review.same_above">
        <translation>As above</translation>
    </message>
    <message id="review.fallen">
        <translation>Not this time</translation>
    </message>
    <message id="review.not_sent">
        <translation>not sent</translation>
    </message>
    <message id="review.elsewhere">
        <translation>What to do is on your slip</translation>
    </message>
</context>
<context>
    <name>sealing</name>
    <message id="sealing.title">
        <translation>Sealing your application</translation>
    </message>
    <message id="sealing.lead">
        <translation>Just a moment, please stay here.</translation>
    </message>
    <message id="sealing.stage_seal">
        <translation>Encrypting</translation>
    </message>
    <message id="sealing.stage_keep">
        <translation>Storing it safely</translation>
    </message>
    <message id="sealing.stage_number">
        <translation>Waiting for the city's number</translation>
    </message>
</context>
<context>
    <name>numbering</name>
    <message id="numbering.title">
        <translation>It is safely stored</translation>
    </message>
    <message id="numbering.lead">
        <translation>Asking the city for your number, 3 seconds at most.</translation>
    </message>
</context>
<context>
    <name>done</name>
    <message id="done.headline">
        <translation>Your application is accepted</translation>
    </message>
    <message id="done.headline_offline">
        <translation>Your application is safe here</translation>
    </message>
    <message id="done.headline_refused">
        <translation>Safe, but not accepted yet</translation>
    </message>
    <message id="done.number_online">
        <translation>Acceptance number</translation>
    </message>
    <message id="done.number_offline">
        <translation>Offline number</translation>
    </message>
    <message id="done.offline_note">
        <translation>The city has not answered yet; it goes out by itself. This number works just as well.</translation>
    </message>
    <message id="done.refused_note">
        <translation>The city did not take it this time; staff find out why.</translation>
    </message>
    <message id="done.next">
        <translation>What happens next</translation>
    </message>
    <message id="done.today">
        <translation>Today</translation>
    </message>
    <message id="done.sent">
        <translation>Sent to {department}; there is nothing more to do</translation>
    </message>
    <message id="done.kept">
        <translation>Kept safe; it goes to {department} as soon as the city answers</translation>
    </message>
    <message id="done.refused_way">
        <translation>Please tell the staff, or call 12345 with this number: somebody takes it on for you</translation>
    </message>
    <message id="done.until">
        <translation>By {day}</translation>
    </message>
    <message id="done.bring">
        <translation>Bring: {name} (at any terminal)</translation>
    </message>
    <message id="done.within">
        <translation>Within {limit}</translation>
    </message>
    <message id="done.no_slip">
        <translation>The slip did not print. Your application is safe.</translation>
    </message>
    <message id="done.no_slip_adding">
        <translation>The slip did not print. Your papers are safe.</translation>
    </message>
    <message id="done.taken">
        <translation>I have my slip</translation>
    </message>
    <message id="done.noted">
        <translation>I have it</translation>
    </message>
    <message id="done.headline_adding">
        <translation>Your papers were added</translation>
    </message>
    <message id="done.number_case">
        <translation>Number of your case (unchanged)</translation>
    </message>
    <message id="done.offline_note_adding">
        <translation>The city has not answered yet; your papers are safe and will be sent by themselves. Registered as {number}.</translation>
    </message>
    <message id="done.sent_adding">
        <translation>{names}: sent to {department}</translation>
    </message>
    <message id="done.kept_adding">
        <translation>{names}: safe here, sent to {department} as soon as the city answers</translation>
    </message>
    <message id="done.any_day">
        <translation>Any day</translation>
    </message>
    <message id="done.ask">
        <translation>With your number, any terminal shows where it stands</translation>
    </message>
    <message id="done.of">
        <translation>{name}: {result}</translation>
    </message>
    <message id="done.delivered">
        <translation>{result} ({delivery})</translation>
    </message>
    <message id="done.next_wish">
        <translation>You may also want</translation>
    </message>
</context>
<context>
    <name>slip</name>
    <message id="slip.printing">
        <translation>Your slip is printing; take it below</translation>
    </message>
    <message id="slip.printing_hint">
        <translation>The light at the slot is blinking</translation>
    </message>
    <message id="slip.printed">
        <translation>Your slip is ready; take it below</translation>
    </message>
    <message id="slip.printed_hint">
        <translation>Thermal paper fades; a photo keeps</translation>
    </message>
    <message id="slip.unknown">
        <translation>Your slip should be ready; look below</translation>
    </message>
    <message id="slip.unknown_hint">
        <translation>If it is not there, photograph this number</translation>
    </message>
    <message id="slip.failed">
        <translation>Photograph this</translation>
    </message>
    <message id="slip.failed_hint">
        <translation>It shows your progress and contains nothing personal</translation>
    </message>
</context>
<context>
    <name>printer</name>
    <message id="printer.other">
        <translation>Something is wrong with the printer. The number is all you need: photograph it.</translation>
    </message>
    <message id="printer.paper_out">
        <translation>The printer is out of paper. The number is all you need: photograph it.</translation>
    </message>
    <message id="printer.cover_open">
        <translation>The printer's cover is open. The number is all you need: photograph it.</translation>
    </message>
    <message id="printer.paper_jam">
        <translation>The paper is jammed. The number is all you need: photograph it.</translation>
    </message>
    <message id="printer.presenter_full">
        <translation>The previous slip is still in the slot. Take it, and yours prints at once.</translation>
    </message>
    <message id="printer.overheated">
        <translation>The printer is too hot and is cooling down. The number is all you need: photograph it.</translation>
    </message>
</context>
<context>
    <name>rate</name>
    <message id="rate.title">
        <translation>How did it go?</translation>
    </message>
    <message id="rate.lead">
        <translation>Anonymous; nobody knows it was you.</translation>
    </message>
    <message id="rate.level_5">
        <translation>Very good</translation>
    </message>
    <message id="rate.level_4">
        <translation>Good</translation>
    </message>
    <message id="rate.level_3">
        <translation>Fair</translation>
    </message>
    <message id="rate.level_2">
        <translation>Poor</translation>
    </message>
    <message id="rate.level_1">
        <translation>Very poor</translation>
    </message>
    <message id="rate.tags">
        <translation>What was good or bad? (optional)</translation>
    </message>
    <message id="rate.tag_clear">
        <translation>Clear</translation>
    </message>
    <message id="rate.tag_quick">
        <translation>Quick</translation>
    </message>
    <message id="rate.tag_large_type">
        <translation>Large type</translation>
    </message>
    <message id="rate.tag_few_papers">
        <translation>Few papers</translation>
    </message>
    <message id="rate.tag_slow">
        <translation>Slow</translation>
    </message>
    <message id="rate.tag_unclear">
        <translation>Unclear</translation>
    </message>
    <message id="rate.tag_papers">
        <translation>Too many papers</translation>
    </message>
    <message id="rate.tag_machine">
        <translation>Machine trouble</translation>
    </message>
    <message id="rate.tag_again">
        <translation>Had to come again</translation>
    </message>
    <message id="rate.tag_attitude">
        <translation>Unfriendly</translation>
    </message>
    <message id="rate.note">
        <translation>Your rating is stored apart from your application; the two cannot be matched.</translation>
    </message>
    <message id="rate.skip">
        <translation>No rating</translation>
    </message>
    <message id="rate.send">
        <translation>Send</translation>
    </message>
    <message id="rate.write">
        <translation>Want to say more? Touch here</translation>
    </message>
    <message id="rate.write_title">
        <translation>Say whatever you like</translation>
    </message>
    <message id="rate.write_lead">
        <translation>Anonymous. For the department that handles this service.</translation>
    </message>
    <message id="rate.write_placeholder">
        <translation>Touch here to write</translation>
    </message>
    <message id="rate.write_why">
        <translation>Please do not write names, phone or identity numbers.</translation>
    </message>
    <message id="rate.write_done">
        <translation>Done</translation>
    </message>
    <message id="rate.figures">
        <translation>This month in the city: {settled} completed, {share} satisfied</translation>
    </message>
</context>
<context>
    <name>goodbye</name>
    <message id="goodbye.title">
        <translation>Goodbye</translation>
    </message>
    <message id="goodbye.title_rated">
        <translation>Thank you for your rating</translation>
    </message>
    <message id="goodbye.erased">
        <translation>What you entered has been erased from this terminal.</translation>
    </message>
    <message id="goodbye.belongings">
        <translation>Please see that no card, paper or slip is left behind.</translation>
    </message>
    <message id="goodbye.card">
        <translation>Your identity card is still on the reader. Please take it.</translation>
    </message>
    <message id="goodbye.finish">
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message id="paper.applied">
        <translation>Applied {moment}</translation>
    </message>
    <message id="paper.clock">
        <translation>Days are counted from the day the city accepts.</translation>
    </message>
    <message id="paper.given">
        <translation>Completed; the proof is below</translation>
    </message>
    <message id="paper.accepted">
        <translation>Accepted {moment}</translation>
    </message>
    <message id="paper.declared">
        <translation>Declared, no paper needed: {names}</translation>
    </message>
    <message id="paper.delivery">
        <translation>How you get it: {way}</translation>
    </message>
    <message id="paper.fallen">
        <translation>Not handed in this time: {name}</translation>
    </message>
    <message id="paper.verify">
        <translation>Scan this code to verify it</translation>
    </message>
    <message id="paper.city">
        <translation>在泉城 全办成</translation>
    </message>
    <message id="paper.title">
        <translation>Acceptance slip</translation>
    </message>
    <message id="paper.title_refused">
        <translation>Registration slip</translation>
    </message>
    <message id="paper.again">
        <translation>Printed again</translation>
    </message>
    <message id="paper.number_online">
        <translation>Acceptance number</translation>
    </message>
    <message id="paper.number_offline">
        <translation>Offline number</translation>
    </message>
    <message id="paper.offline_note">
        <translation>The city has not answered yet; your application is safe and goes out by itself. This number works just as well.</translation>
    </message>
    <message id="paper.refused_note">
        <translation>The city did not take it this time. It is safe at this terminal; staff find out why.</translation>
    </message>
    <message id="paper.nothing_to_do">
        <translation>There is nothing more to do</translation>
    </message>
    <message id="paper.to_do">
        <translation>Still to do</translation>
    </message>
    <message id="paper.refused_to_do">
        <translation>□ Tell the staff, or call 12345 with the number above</translation>
    </message>
    <message id="paper.bring">
        <translation>□ by {day} bring: {name}</translation>
    </message>
    <message id="paper.any_terminal">
        <translation>at any neighbourhood terminal</translation>
    </message>
    <message id="paper.to_receive">
        <translation>You will receive</translation>
    </message>
    <message id="paper.phone">
        <translation>Text message to {phone}</translation>
    </message>
    <message id="paper.fee">
        <translation>Fee: {fee} ({note})</translation>
    </message>
    <message id="paper.received">
        <translation>Received: {names}</translation>
    </message>
    <message id="paper.exempt">
        <translation>Not needed: {names} (the city has it)</translation>
    </message>
    <message id="paper.pages">
        <translation>{name} ({pages})</translation>
    </message>
    <message id="paper.comma">
        <translation>, </translation>
    </message>
    <message id="paper.ask">
        <translation>Scan to see progress, or dial 12345</translation>
    </message>
    <message id="paper.keep">
        <translation>Thermal paper fades: take a photo</translation>
    </message>
    <message id="paper.title_adding">
        <translation>Papers added</translation>
    </message>
    <message id="paper.number_case">
        <translation>Number of the case</translation>
    </message>
    <message id="paper.number_adding">
        <translation>Registered as</translation>
    </message>
    <message id="paper.trial_title">
        <translation>Test slip</translation>
    </message>
    <message id="paper.trial_words">
        <translation>The printer works. This may be thrown away. 0123456789</translation>
    </message>
</context>
<context>
    <name>remedy</name>
    <message id="remedy.not_open">
        <translation>open the device before using it</translation>
    </message>
    <message id="remedy.invalid">
        <translation>correct the device's settings or the request</translation>
    </message>
    <message id="remedy.unsupported">
        <translation>use a device or driver that can do this</translation>
    </message>
    <message id="remedy.no_device">
        <translation>check the cable, the power and the port in the configuration</translation>
    </message>
    <message id="remedy.offline">
        <translation>make the device ready: power, cover, paper</translation>
    </message>
    <message id="remedy.timeout">
        <translation>try again; if it stays silent, switch the device off and on</translation>
    </message>
    <message id="remedy.busy">
        <translation>wait until the device has finished, or close the other program</translation>
    </message>
    <message id="remedy.cancelled">
        <translation>start again when ready</translation>
    </message>
    <message id="remedy.hardware">
        <translation>switch the device off and on; if it fails again, call service</translation>
    </message>
    <message id="remedy.no_answer">
        <translation>check that the port is right and the device has power</translation>
    </message>
    <message id="remedy.bad_checksum">
        <translation>try again; if it repeats, check the cable and the baud rate</translation>
    </message>
    <message id="remedy.truncated">
        <translation>try again; if it repeats, check the cable</translation>
    </message>
    <message id="remedy.noise">
        <translation>check the baud rate, and that the port belongs to this device</translation>
    </message>
    <message id="remedy.bad_answer">
        <translation>check that the driver fits the device; update its firmware</translation>
    </message>
    <message id="remedy.no_card">
        <translation>lay the identity card on the reader</translation>
    </message>
    <message id="remedy.card_moved">
        <translation>lift the card, lay it flat again and leave it still</translation>
    </message>
    <message id="remedy.card_rejected">
        <translation>use a second-generation identity card or residence permit</translation>
    </message>
    <message id="remedy.card_unreadable">
        <translation>lift the card and lay it again; else type the number</translation>
    </message>
    <message id="remedy.not_authorised">
        <translation>have the reader's security module licensed or replaced</translation>
    </message>
    <message id="remedy.no_picture">
        <translation>check the camera's cable and the source in the configuration</translation>
    </message>
    <message id="remedy.bad_picture">
        <translation>give a JPEG, PNG or other picture that opens in a viewer</translation>
    </message>
    <message id="remedy.no_page">
        <translation>lay the paper flat under the camera, all four corners in sight</translation>
    </message>
    <message id="remedy.page_too_large">
        <translation>take fewer pages, or hand them in apart</translation>
    </message>
    <message id="remedy.feeder_empty">
        <translation>lay the papers into the feeder, printed side as its picture shows</translation>
    </message>
    <message id="remedy.paper_out">
        <translation>load a new roll of paper</translation>
    </message>
    <message id="remedy.cover_open">
        <translation>close the cover until it clicks</translation>
    </message>
    <message id="remedy.paper_jam">
        <translation>open the cover, take out the jammed paper, close it</translation>
    </message>
    <message id="remedy.cutter">
        <translation>open the cover, free the cutter, close it, then reset the printer</translation>
    </message>
    <message id="remedy.overheated">
        <translation>wait a few minutes until the print head has cooled</translation>
    </message>
    <message id="remedy.presenter_full">
        <translation>take the slip out of the slot</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message id="cases.title">
        <translation>My cases: place your identity card on the light</translation>
    </message>
    <message id="cases.lead">
        <translation>A slip works too, without the card. For a relative, use their slip.</translation>
    </message>
    <message id="cases.slip">
        <translation>Scan the code on a slip</translation>
    </message>
    <message id="cases.slip_hint">
        <translation>Hold it under the camera; it is read automatically</translation>
    </message>
    <message id="cases.number">
        <translation>Type the number on a slip</translation>
    </message>
    <message id="cases.number_short">
        <translation>Type the number</translation>
    </message>
    <message id="cases.number_hint">
        <translation>Offline numbers, beginning with L, work too</translation>
    </message>
    <message id="cases.slip_title">
        <translation>Place your slip, code side up</translation>
    </message>
    <message id="cases.slip_lead">
        <translation>Flat, under the camera. Your case appears as soon as the code is seen.</translation>
    </message>
    <message id="cases.slip_live">
        <translation>Looking for the code</translation>
    </message>
    <message id="cases.slip_unread">
        <translation>No code was seen on a slip. Place it flat again, or type its number.</translation>
    </message>
    <message id="cases.type_title">
        <translation>What is the number on the slip?</translation>
    </message>
    <message id="cases.type_lead">
        <translation>It is at the top of the slip in large type. Leave out the spaces.</translation>
    </message>
    <message id="cases.type_placeholder">
        <translation>Number on the slip</translation>
    </message>
    <message id="cases.type_why">
        <translation>An offline number begins with an L: touch L first, then the digits.</translation>
    </message>
    <message id="cases.type_wrong">
        <translation>One character does not match. Please compare it with your slip.</translation>
    </message>
    <message id="cases.look">
        <translation>Look it up</translation>
    </message>
    <message id="cases.wait">
        <translation>Asking the city</translation>
    </message>
    <message id="cases.waiting">
        <translation>A few seconds. If the network is down, we show what this terminal knows.</translation>
    </message>
    <message id="cases.title_list">
        <translation>Your cases</translation>
    </message>
    <message id="cases.lead_list">
        <translation>Touch one to see its progress and to add missing papers.</translation>
    </message>
    <message id="cases.title_none">
        <translation>There are no cases in your name yet</translation>
    </message>
    <message id="cases.lead_none">
        <translation>What was handed in offline appears once the network is back; a slip can be looked up now.</translation>
    </message>
    <message id="cases.title_unreached">
        <translation>The network is down just now</translation>
    </message>
    <message id="cases.lead_unreached">
        <translation>Looking up by card has to wait. With a slip, you can see now what was handed in here.</translation>
    </message>
    <message id="cases.others">
        <translation>Not the one you are looking for?</translation>
    </message>
    <message id="cases.since">
        <translation>Accepted {day}</translation>
    </message>
    <message id="cases.to_bring">
        <translation>Papers missing</translation>
    </message>
    <message id="cases.finish">
        <translation>Finish</translation>
    </message>
    <message id="cases.finish_hint">
        <translation>End here; the screen is cleared at once</translation>
    </message>
    <message id="cases.help">
        <translation>Call 12345, or ask a person</translation>
    </message>
    <message id="cases.help_hint">
        <translation>Answered day and night; your number is all they need</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message id="case.title">
        <translation>Your case</translation>
    </message>
    <message id="case.unreached">
        <translation>The network is down just now; this is what the terminal knows.</translation>
    </message>
    <message id="case.number">
        <translation>Number</translation>
    </message>
    <message id="case.badge_received">
        <translation>Received</translation>
    </message>
    <message id="case.badge_accepted">
        <translation>In progress</translation>
    </message>
    <message id="case.badge_supplement">
        <translation>Papers missing</translation>
    </message>
    <message id="case.badge_done">
        <translation>Done</translation>
    </message>
    <message id="case.badge_refused">
        <translation>Not granted</translation>
    </message>
    <message id="case.badge_withdrawn">
        <translation>Withdrawn</translation>
    </message>
    <message id="case.badge_kept">
        <translation>Waiting for the network</translation>
    </message>
    <message id="case.badge_aside">
        <translation>Needs a person</translation>
    </message>
    <message id="case.badge_unheard">
        <translation>Waiting for the network</translation>
    </message>
    <message id="case.badge_unfound">
        <translation>Not found</translation>
    </message>
    <message id="case.state_received">
        <translation>The city has received it</translation>
    </message>
    <message id="case.state_accepted">
        <translation>In progress</translation>
    </message>
    <message id="case.state_supplement">
        <translation>A paper is still needed</translation>
    </message>
    <message id="case.state_done">
        <translation>It is done</translation>
    </message>
    <message id="case.state_refused">
        <translation>It could not be granted</translation>
    </message>
    <message id="case.state_withdrawn">
        <translation>It was withdrawn</translation>
    </message>
    <message id="case.state_kept">
        <translation>Safely stored, waiting for the network</translation>
    </message>
    <message id="case.state_aside">
        <translation>The city did not take it; it is safe here</translation>
    </message>
    <message id="case.state_unheard">
        <translation>It can be looked up when the network is back</translation>
    </message>
    <message id="case.state_unfound">
        <translation>The city does not have this number yet</translation>
    </message>
    <message id="case.next_received">
        <translation>Staff will review it next; there is nothing for you to do.</translation>
    </message>
    <message id="case.next_accepted">
        <translation>You will be told when it is done; there is nothing for you to do.</translation>
    </message>
    <message id="case.next_supplement">
        <translation>Please hand it in here; then your case continues.</translation>
    </message>
    <message id="case.next_done">
        <translation>The result will reach you as agreed.</translation>
    </message>
    <message id="case.next_refused">
        <translation>Call 12345 with your number; they will tell you what can be done.</translation>
    </message>
    <message id="case.next_withdrawn">
        <translation>Its content was erased. To apply again, begin on the home page.</translation>
    </message>
    <message id="case.next_kept">
        <translation>It goes to the city when the network is back; the days count from when you handed it in.</translation>
    </message>
    <message id="case.next_aside">
        <translation>Please tell the staff, or call 12345 with this number: somebody takes it on for you.</translation>
    </message>
    <message id="case.next_unheard">
        <translation>It was not handed in here. Look again later, or call 12345. You can hand in papers now.</translation>
    </message>
    <message id="case.next_unfound">
        <translation>Please compare the number with your slip. What was handed in offline has to wait for that network.</translation>
    </message>
    <message id="case.next_open">
        <translation>Please hand in here what is missing; then your case continues.</translation>
    </message>
    <message id="case.next_here">
        <translation>Whether papers are missing shows when the network is back; you can hand in now what you have with you.</translation>
    </message>
    <message id="case.promised">
        <translation>promised</translation>
    </message>
    <message id="case.used">
        <translation>so far</translation>
    </message>
    <message id="case.used_over">
        <translation>in all</translation>
    </message>
    <message id="case.days">
        <translation>{days} days</translation>
    </message>
    <message id="case.happened">
        <translation>What happened</translation>
    </message>
    <message id="case.moment">
        <translation>{day}, {time}</translation>
    </message>
    <message id="case.did_received">
        <translation>Your application was accepted</translation>
    </message>
    <message id="case.did_kept">
        <translation>Your application was taken in here</translation>
    </message>
    <message id="case.did_added">
        <translation>You added: {names}</translation>
    </message>
    <message id="case.said">
        <translation>{state}: {words}</translation>
    </message>
    <message id="case.late">
        <translation>{day} has passed; you may still bring it</translation>
    </message>
    <message id="case.bring">
        <translation>Bring: {name}</translation>
    </message>
    <message id="case.paper">
        <translation>a paper</translation>
    </message>
    <message id="case.supplement">
        <translation>Hand in papers</translation>
    </message>
    <message id="case.supplement_hint">
        <translation>Scan them now; it will be on your slip</translation>
    </message>
    <message id="case.again">
        <translation>Type the number again</translation>
    </message>
    <message id="case.again_hint">
        <translation>Compare it with the top of your slip</translation>
    </message>
    <message id="case.badge_asked">
        <translation>Waiting for an answer</translation>
    </message>
    <message id="case.badge_answered">
        <translation>Answered</translation>
    </message>
    <message id="case.state_asked">
        <translation>The city has received your message</translation>
    </message>
    <message id="case.state_answered">
        <translation>You have an answer</translation>
    </message>
    <message id="case.next_asked">
        <translation>If you left a phone number, someone will call you. The answer also appears here.</translation>
    </message>
    <message id="case.next_answered">
        <translation>Not resolved? Call 12345 with this number.</translation>
    </message>
    <message id="case.did_asked">
        <translation>You told us</translation>
    </message>
</context>
<context>
    <name>supplement</name>
    <message id="supplement.service">
        <translation>Which service are the papers for?</translation>
    </message>
    <message id="supplement.service_why">
        <translation>Its name is on your slip.</translation>
    </message>
    <message id="supplement.number">
        <translation>Number {number}</translation>
    </message>
    <message id="supplement.papers">
        <translation>Which papers do you have with you?</translation>
    </message>
    <message id="supplement.papers_why">
        <translation>Touch each one that you have; several are fine.</translation>
    </message>
    <message id="supplement.scan">
        <translation>Scan them</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message id="search.title">
        <translation>What do you need?</translation>
    </message>
    <message id="search.lead">
        <translation>Type a word; matches appear as you type.</translation>
    </message>
    <message id="search.placeholder">
        <translation>For example: residence</translation>
    </message>
    <message id="search.usual">
        <translation>Often used</translation>
    </message>
    <message id="search.found">
        <translation>Matches</translation>
    </message>
    <message id="search.nothing">
        <translation>Nothing found yet. Try another word, or:</translation>
    </message>
    <message id="search.departments_hint">
        <translation>See what each department does here</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message id="list.here">
        <translation>Available here</translation>
    </message>
    <message id="list.elsewhere">
        <translation>Available elsewhere</translation>
    </message>
    <message id="list.lead">
        <translation>Touch a service to see what it needs, then decide.</translation>
    </message>
    <message id="list.lead_elsewhere">
        <translation>Other offices handle these; below is where to go and what to bring.</translation>
    </message>
    <message id="list.and_more">
        <translation>{names}…</translation>
    </message>
</context>
<context>
    <name>package</name>
    <message id="package.excludes">
        <translation>Please note</translation>
    </message>
    <message id="package.bring">
        <translation>What to have ready</translation>
    </message>
    <message id="package.here">
        <translation>All of these together, or touch just one</translation>
    </message>
    <message id="package.start">
        <translation>Begin, all in one go</translation>
    </message>
</context>
<context>
    <name>departments</name>
    <message id="departments.title">
        <translation>By department</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message id="sample.checks">
        <translation>Please check</translation>
    </message>
    <message id="sample.others">
        <translation>Any one of these will do</translation>
    </message>
    <message id="sample.perhaps">
        <translation>Depending on your answers</translation>
    </message>
    <message id="sample.seen">
        <translation>I see</translation>
    </message>
    <message id="sample.card_1">
        <translation>Your own; if it has expired you can still apply</translation>
    </message>
    <message id="sample.card_2">
        <translation>Face up, flat on the light</translation>
    </message>
    <message id="sample.card_3">
        <translation>Temporary cards cannot be read: type your details instead</translation>
    </message>
    <message id="sample.check_1">
        <translation>All four corners visible</translation>
    </message>
    <message id="sample.check_2">
        <translation>Writing and stamps are clear</translation>
    </message>
    <message id="sample.check_3">
        <translation>Every page</translation>
    </message>
</context>
<context>
    <name>letter</name>
    <message id="letter.words">
        <translation>Your words</translation>
    </message>
    <message id="letter.note">
        <translation>Photograph this number, or write it down</translation>
    </message>
    <message id="letter.ask">
        <translation>To ask about progress</translation>
    </message>
    <message id="letter.failed">
        <translation>It was not saved and nothing was sent. Touch again, or call 12345.</translation>
    </message>
</context>
<context>
    <name>assistance</name>
    <message id="assistance.topic_title">
        <translation>What do you need help with?</translation>
    </message>
    <message id="assistance.topic_lead">
        <translation>Choose one, then leave a number.</translation>
    </message>
    <message id="assistance.topic_unclear">
        <translation>Please explain this to me</translation>
    </message>
    <message id="assistance.topic_unclear_hint">
        <translation>Slowly, until it is clear</translation>
    </message>
    <message id="assistance.topic_papers">
        <translation>Some papers are missing</translation>
    </message>
    <message id="assistance.topic_papers_hint">
        <translation>Which can follow, which are not needed, all in one call</translation>
    </message>
    <message id="assistance.topic_home_visit">
        <translation>I cannot come; please visit</translation>
    </message>
    <message id="assistance.topic_home_visit_hint">
        <translation>For the elderly, the ill, and anyone who cannot easily come</translation>
    </message>
    <message id="assistance.topic_machine">
        <translation>The terminal cannot do it</translation>
    </message>
    <message id="assistance.topic_machine_hint">
        <translation>Where to go and what to bring, or we do it for you</translation>
    </message>
    <message id="assistance.topic_other">
        <translation>Something else</translation>
    </message>
    <message id="assistance.topic_other_hint">
        <translation>Tell us on the phone</translation>
    </message>
    <message id="assistance.phone_title">
        <translation>Which number should we call?</translation>
    </message>
    <message id="assistance.phone_lead">
        <translation>Staff will call you {promise}.</translation>
    </message>
    <message id="assistance.phone_placeholder">
        <translation>Mobile, or area code and landline</translation>
    </message>
    <message id="assistance.phone_why">
        <translation>The number is stored encrypted; only the staff who call you can read it.</translation>
    </message>
    <message id="assistance.phone_wrong">
        <translation>A mobile number has 11 digits and begins with 1; a landline needs its area code, such as 0531. Please check.</translation>
    </message>
    <message id="assistance.words_title">
        <translation>Anything else to say?</translation>
    </message>
    <message id="assistance.words_lead">
        <translation>You may leave this empty and tell us on the phone.</translation>
    </message>
    <message id="assistance.words_placeholder">
        <translation>Touch here, e.g. best in the afternoon</translation>
    </message>
    <message id="assistance.words_why">
        <translation>Your words are stored encrypted; only the staff who call you can read them.</translation>
    </message>
    <message id="assistance.send">
        <translation>Have someone call me</translation>
    </message>
    <message id="assistance.kept">
        <translation>Someone will call you</translation>
    </message>
    <message id="assistance.number">
        <translation>Request number</translation>
    </message>
    <message id="assistance.today">
        <translation>Safely stored, on its way to the staff of {station}</translation>
    </message>
    <message id="assistance.ask_how">
        <translation>Enter it under My cases at any terminal, or call 12345</translation>
    </message>
    <message id="assistance.call">
        <translation>Staff will call you at {phone}</translation>
    </message>
    <message id="assistance.visit">
        <translation>Staff will call you at {phone} to arrange the visit</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message id="report.way">
        <translation>Something wrong? Tell us</translation>
    </message>
    <message id="report.way_hint">
        <translation>Machine, type, wording: tell us, no name needed</translation>
    </message>
    <message id="report.topic_title">
        <translation>What is wrong?</translation>
    </message>
    <message id="report.topic_lead">
        <translation>No name needed. Every report is read, and what can be fixed is fixed.</translation>
    </message>
    <message id="report.topic_page">
        <translation>The words on the screen</translation>
    </message>
    <message id="report.topic_page_hint">
        <translation>Type too small, a mistake, unclear</translation>
    </message>
    <message id="report.topic_wait">
        <translation>A long wait</translation>
    </message>
    <message id="report.topic_wait_hint">
        <translation>A queue, or a slow terminal</translation>
    </message>
    <message id="report.topic_papers">
        <translation>The papers asked for</translation>
    </message>
    <message id="report.topic_papers_hint">
        <translation>Too many, or not what the office says</translation>
    </message>
    <message id="report.topic_device">
        <translation>Something is broken</translation>
    </message>
    <message id="report.topic_device_hint">
        <translation>Card reader, camera, printer, touch screen</translation>
    </message>
    <message id="report.topic_place">
        <translation>This place is not convenient</translation>
    </message>
    <message id="report.topic_place_hint">
        <translation>Noise, glare, too dark, no way in for a wheelchair</translation>
    </message>
    <message id="report.topic_other">
        <translation>Something else</translation>
    </message>
    <message id="report.topic_other_hint">
        <translation>Write it on the next page</translation>
    </message>
    <message id="report.words_title">
        <translation>Can you tell us more?</translation>
    </message>
    <message id="report.words_lead">
        <translation>You may leave this empty; details help us fix it faster.</translation>
    </message>
    <message id="report.words_placeholder">
        <translation>Touch here to write</translation>
    </message>
    <message id="report.words_why">
        <translation>Anonymous: please do not write names, phone or identity numbers.</translation>
    </message>
    <message id="report.send">
        <translation>Hand it in</translation>
    </message>
    <message id="report.kept">
        <translation>Noted, thank you</translation>
    </message>
    <message id="report.number">
        <translation>Report number</translation>
    </message>
    <message id="report.today">
        <translation>Safely stored, on its way to whoever looks after this terminal</translation>
    </message>
    <message id="report.ask_how">
        <translation>Enter it under My cases at any terminal, or call 12345</translation>
    </message>
    <message id="report.then">
        <translation>Then</translation>
    </message>
    <message id="report.mended">
        <translation>Faults are repaired; wording and papers go to the department in charge</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message id="staff.pin_title">
        <translation>Staff PIN</translation>
    </message>
    <message id="staff.pin_lead">
        <translation>{least} to {most} digits. Forgotten? Service sets another.</translation>
    </message>
    <message id="staff.pin_after_card">
        <translation>Your card is known. Now {least} to {most} digits.</translation>
    </message>
    <message id="staff.pin_placeholder">
        <translation>PIN</translation>
    </message>
    <message id="staff.pin_checking">
        <translation>Checking</translation>
    </message>
    <message id="staff.pin_wrong">
        <translation>That is not the PIN, please enter it again. </translation>
    </message>
    <message id="staff.pin_locked">
        <translation>After several tries: again in {wait}.</translation>
    </message>
    <message id="staff.seconds">
        <translation>{count} s</translation>
    </message>
    <message id="staff.minutes">
        <translation>{count} min</translation>
    </message>
    <message id="staff.enter">
        <translation>Enter</translation>
    </message>
    <message id="staff.back">
        <translation>Leave</translation>
    </message>
    <message id="staff.unset_title">
        <translation>Set a PIN first</translation>
    </message>
    <message id="staff.unset_how">
        <translation>Service runs on this machine: kiosk staff set-pin</translation>
    </message>
    <message id="staff.unset_then">
        <translation>Then press and hold the upper left corner for 3 seconds</translation>
    </message>
    <message id="staff.no_cards_title">
        <translation>Add a staff card first</translation>
    </message>
    <message id="staff.no_cards_how">
        <translation>Service runs on this machine: kiosk staff add-card NAME</translation>
    </message>
    <message id="staff.no_cards_then">
        <translation>Or set staff.card_required = false, for the PIN alone</translation>
    </message>
    <message id="staff.lay_title">
        <translation>Lay your staff card</translation>
    </message>
    <message id="staff.lay_lead">
        <translation>Flat on the light. The PIN comes after it.</translation>
    </message>
    <message id="staff.lay_waits">
        <translation>Waiting for a staff card</translation>
    </message>
    <message id="staff.lay_unknown">
        <translation>This card is not a staff card; lay another</translation>
    </message>
    <message id="staff.lay_broken">
        <translation>The reader cannot be used: push its plug in firmly. If it stays so, call service (kiosk doctor).</translation>
    </message>
    <message id="staff.title">
        <translation>This terminal now</translation>
    </message>
    <message id="staff.looking">
        <translation>Looking around</translation>
    </message>
    <message id="staff.tasks">
        <translation>To do: {count}</translation>
    </message>
    <message id="staff.all_well">
        <translation>All is well, nothing to do</translation>
    </message>
    <message id="staff.id_card_reader">
        <translation>Card reader</translation>
    </message>
    <message id="staff.document_scanner">
        <translation>Scanner</translation>
    </message>
    <message id="staff.receipt_printer">
        <translation>Printer</translation>
    </message>
    <message id="staff.status_starting">
        <translation>Starting</translation>
    </message>
    <message id="staff.status_online">
        <translation>Well</translation>
    </message>
    <message id="staff.status_busy">
        <translation>In use</translation>
    </message>
    <message id="staff.status_offline">
        <translation>Not ready</translation>
    </message>
    <message id="staff.status_no_device">
        <translation>Not found</translation>
    </message>
    <message id="staff.status_user_error">
        <translation>Needs a hand</translation>
    </message>
    <message id="staff.status_hardware_error">
        <translation>Broken</translation>
    </message>
    <message id="staff.status_unknown">
        <translation>No answer</translation>
    </message>
    <message id="staff.warning_paper_low">
        <translation>Paper is running low: have a new roll ready</translation>
    </message>
    <message id="staff.warning_slip_waiting">
        <translation>A slip lies in the slot: give it back or destroy it</translation>
    </message>
    <message id="staff.warning_small_picture">
        <translation>The picture is smaller than asked for: call service</translation>
    </message>
    <message id="staff.line">
        <translation>Line</translation>
    </message>
    <message id="staff.line_good">
        <translation>Well</translation>
    </message>
    <message id="staff.line_down">
        <translation>Down{since}</translation>
    </message>
    <message id="staff.since">
        <translation>, since {when}</translation>
    </message>
    <message id="staff.waiting">
        <translation>Waiting</translation>
    </message>
    <message id="staff.waiting_count">
        <translation>{waiting} cases, {letters} letters</translation>
    </message>
    <message id="staff.last_sent">
        <translation>last sent {when}</translation>
    </message>
    <message id="staff.none_sent">
        <translation>none sent yet</translation>
    </message>
    <message id="staff.disk">
        <translation>Disk and clock</translation>
    </message>
    <message id="staff.disk_free">
        <translation>{free} GB free</translation>
    </message>
    <message id="staff.clock_good">
        <translation>clock is right</translation>
    </message>
    <message id="staff.clock_unknown">
        <translation>clock not compared yet</translation>
    </message>
    <message id="staff.clock_off">
        <translation>clock is {seconds} s off</translation>
    </message>
    <message id="staff.comma">
        <translation>; </translation>
    </message>
    <message id="staff.task_where">
        <translation>{device}: {status}</translation>
    </message>
    <message id="staff.task_no_device">
        <translation>It is not found: pull both plugs, push them in firmly, look at its power light</translation>
    </message>
    <message id="staff.task_no_answer">
        <translation>It does not answer: look at its power light, push both plugs in firmly</translation>
    </message>
    <message id="staff.task_timeout">
        <translation>It takes too long: switch it off, count to ten, switch it on</translation>
    </message>
    <message id="staff.task_no_picture">
        <translation>No picture: pull the camera's plug, push it in firmly, look for a lens cap</translation>
    </message>
    <message id="staff.task_bad_picture">
        <translation>Poor pictures: wipe the lens, look at the light</translation>
    </message>
    <message id="staff.task_hardware">
        <translation>It reports a fault: see if something is jammed, switch it off and on; else call service</translation>
    </message>
    <message id="staff.task_busy">
        <translation>It is busy: wait a minute; if it stays so, restart the program</translation>
    </message>
    <message id="staff.task_cutter">
        <translation>Open the cover, free the cutter, close it; then "Restart", "The three devices"</translation>
    </message>
    <message id="staff.task_bad_checksum">
        <translation>It is hard to understand: push both plugs in firmly; if it comes again, call service</translation>
    </message>
    <message id="staff.task_truncated">
        <translation>It is hard to understand: push both plugs in firmly; if it comes again, call service</translation>
    </message>
    <message id="staff.task_noise">
        <translation>It is hard to understand: push both plugs in firmly; if it comes again, call service</translation>
    </message>
    <message id="staff.task_not_open">
        <translation>The settings do not fit this device: call service</translation>
    </message>
    <message id="staff.task_invalid">
        <translation>The settings do not fit this device: call service</translation>
    </message>
    <message id="staff.task_unsupported">
        <translation>The settings do not fit this device: call service</translation>
    </message>
    <message id="staff.task_bad_answer">
        <translation>The settings do not fit this device: call service</translation>
    </message>
    <message id="staff.remedy_disk_full">
        <translation>The disk is full: export what waits to a stick, then call service</translation>
    </message>
    <message id="staff.remedy_disk_broken">
        <translation>The queue cannot be opened: call service, and leave the power on</translation>
    </message>
    <message id="staff.queue_broken">
        <translation>Cannot be opened</translation>
    </message>
    <message id="staff.remedy_clock_off">
        <translation>The clock is far off: set it, then restart this terminal</translation>
    </message>
    <message id="staff.remedy_set_aside">
        <translation>{count} not taken by the city: call service; none is lost</translation>
    </message>
    <message id="staff.remedy_line">
        <translation>Check cable and router. All is safe and goes out by itself</translation>
    </message>
    <message id="staff.remedy_name">
        <translation>The city's address is not found: check the cable, then DNS</translation>
    </message>
    <message id="staff.remedy_certificate">
        <translation>The certificate is not accepted: set the clock, then call service</translation>
    </message>
    <message id="staff.remedy_portal">
        <translation>A login page is in the way: ask the network's administrator</translation>
    </message>
    <message id="staff.remedy_not-trusted">
        <translation>The city does not know this terminal: call service to enrol it</translation>
    </message>
    <message id="staff.remedy_busy">
        <translation>The city is busy; it is sent again by itself, nothing to do</translation>
    </message>
    <message id="staff.remedy_server">
        <translation>The city's system has trouble; it is sent again by itself</translation>
    </message>
    <message id="staff.actions">
        <translation>What you can do</translation>
    </message>
    <message id="staff.send_now">
        <translation>Send now</translation>
    </message>
    <message id="staff.sent">
        <translation>Sending was asked for</translation>
    </message>
    <message id="staff.leave">
        <translation>Leave, back to the start</translation>
    </message>
    <message id="staff.again">
        <translation>Try again</translation>
    </message>
    <message id="staff.none">
        <translation>None</translation>
    </message>
    <message id="staff.trials">
        <translation>Try the devices</translation>
    </message>
    <message id="staff.more">
        <translation>More</translation>
    </message>
    <message id="staff.to_card">
        <translation>Read a card</translation>
    </message>
    <message id="staff.to_camera">
        <translation>Take a picture</translation>
    </message>
    <message id="staff.to_slip">
        <translation>Print a slip</translation>
    </message>
    <message id="staff.to_sound">
        <translation>Play a sound</translation>
    </message>
    <message id="staff.to_touch">
        <translation>Touch the glass</translation>
    </message>
    <message id="staff.to_waiting">
        <translation>What waits</translation>
    </message>
    <message id="staff.to_stick">
        <translation>Carry by stick</translation>
    </message>
    <message id="staff.to_reprint">
        <translation>Print a slip again</translation>
    </message>
    <message id="staff.to_levels">
        <translation>Volume and brightness</translation>
    </message>
    <message id="staff.to_closing">
        <translation>Close the terminal</translation>
    </message>
    <message id="staff.to_today">
        <translation>Figures of today</translation>
    </message>
    <message id="staff.to_restart">
        <translation>Restart</translation>
    </message>
    <message id="staff.to_overview">
        <translation>To the overview</translation>
    </message>
    <message id="staff.reopen">
        <translation>Serve again</translation>
    </message>
    <message id="staff.closed_since">
        <translation>Closed now: {why}</translation>
    </message>
    <message id="staff.queue">
        <translation>Waiting</translation>
    </message>
    <message id="staff.clock">
        <translation>Clock</translation>
    </message>
    <message id="staff.guide_open">
        <translation>Do as drawn; this turns green when it is done</translation>
    </message>
    <message id="staff.guide_done">
        <translation>It is done</translation>
    </message>
    <message id="staff.guide_then">
        <translation>Then go back and take another</translation>
    </message>
    <message id="staff.to_lens">
        <translation>How to get it clear</translation>
    </message>
    <message id="staff.card_title">
        <translation>Try the card reader</translation>
    </message>
    <message id="staff.card_lead">
        <translation>Lay any identity card or residence permit. Name and number are masked, and nothing is kept.</translation>
    </message>
    <message id="staff.card_waits">
        <translation>Waiting for a card</translation>
    </message>
    <message id="staff.card_read">
        <translation>It was read: the reader works</translation>
    </message>
    <message id="staff.card_masked">
        <translation>Only what is left after masking is shown</translation>
    </message>
    <message id="staff.card_kind">
        <translation>Document</translation>
    </message>
    <message id="staff.card_name">
        <translation>Name</translation>
    </message>
    <message id="staff.card_number">
        <translation>Number</translation>
    </message>
    <message id="staff.document_resident">
        <translation>Identity card</translation>
    </message>
    <message id="staff.document_hmt">
        <translation>Permit of Hong Kong, Macao, Taiwan residents</translation>
    </message>
    <message id="staff.document_foreign_2017">
        <translation>Permanent residence card (2017)</translation>
    </message>
    <message id="staff.document_foreign_2023">
        <translation>Permanent residence card (2023)</translation>
    </message>
    <message id="staff.camera_title">
        <translation>Try the scanner</translation>
    </message>
    <message id="staff.camera_lead">
        <translation>Lay a blank paper. The picture stays on this page and is not kept.</translation>
    </message>
    <message id="staff.slip_title">
        <translation>Try the printer</translation>
    </message>
    <message id="staff.slip_printing">
        <translation>Printing</translation>
    </message>
    <message id="staff.slip_printing_hint">
        <translation>Look at the slot</translation>
    </message>
    <message id="staff.slip_printed">
        <translation>Printed: please take it from the slot</translation>
    </message>
    <message id="staff.slip_printed_hint">
        <translation>Look: clear print, a clean cut</translation>
    </message>
    <message id="staff.slip_unknown">
        <translation>Sent to the printer: please look at the slot</translation>
    </message>
    <message id="staff.slip_unknown_hint">
        <translation>This printer does not answer, so a look is needed</translation>
    </message>
    <message id="staff.slip_failed">
        <translation>Not printed</translation>
    </message>
    <message id="staff.sound_title">
        <translation>Try the sound</translation>
    </message>
    <message id="staff.sound_playing">
        <translation>Playing</translation>
    </message>
    <message id="staff.sound_played">
        <translation>A chime and a sentence: did you hear them?</translation>
    </message>
    <message id="staff.sound_played_hint">
        <translation>If not: turn up the volume, then see to the speaker's cable</translation>
    </message>
    <message id="staff.sound_silent">
        <translation>Nothing can be played</translation>
    </message>
    <message id="staff.sound_silent_hint">
        <translation>The volume is 0, or no speaker was found. Turn it up, then see to the cable</translation>
    </message>
    <message id="staff.sound_sentence">
        <translation>This is a trial. Can you hear it well?</translation>
    </message>
    <message id="staff.touch_title">
        <translation>Try the glass</translation>
    </message>
    <message id="staff.touch_left">
        <translation>{count} still to touch</translation>
    </message>
    <message id="staff.touch_hint">
        <translation>Report what stays white</translation>
    </message>
    <message id="staff.touch_all">
        <translation>Every place answers: the glass works</translation>
    </message>
    <message id="staff.touch_again">
        <translation>From the beginning</translation>
    </message>
    <message id="staff.waiting_title">
        <translation>What waits for the city</translation>
    </message>
    <message id="staff.nothing_waits">
        <translation>Nothing waits</translation>
    </message>
    <message id="staff.waits">
        <translation>{count} waiting</translation>
    </message>
    <message id="staff.goes_out">
        <translation>They go out by themselves</translation>
    </message>
    <message id="staff.send_now_hint">
        <translation>Not at the next turn but at once</translation>
    </message>
    <message id="staff.stick_hint">
        <translation>When the line is down for days: carry it to the district</translation>
    </message>
    <message id="staff.fact_waiting">
        <translation>waiting</translation>
    </message>
    <message id="staff.fact_oldest">
        <translation>the oldest, since</translation>
    </message>
    <message id="staff.fact_letters">
        <translation>letters waiting</translation>
    </message>
    <message id="staff.fact_aside">
        <translation>not taken by the city</translation>
    </message>
    <message id="staff.fact_sent">
        <translation>last delivered</translation>
    </message>
    <message id="staff.fact_free">
        <translation>free on the stick</translation>
    </message>
    <message id="staff.gigabytes">
        <translation>{count} GB</translation>
    </message>
    <message id="staff.stick_title">
        <translation>Carry by stick</translation>
    </message>
    <message id="staff.stick_lead">
        <translation>Sealed as it is, only the city can open it; nothing is deleted here. Its acknowledgements come home on the same stick.</translation>
    </message>
    <message id="staff.stick_none">
        <translation>Put a stick in</translation>
    </message>
    <message id="staff.stick_put">
        <translation>It is found within a few seconds</translation>
    </message>
    <message id="staff.stick_there">
        <translation>The stick is in</translation>
    </message>
    <message id="staff.stick_write">
        <translation>Write to the stick</translation>
    </message>
    <message id="staff.stick_writing">
        <translation>Writing: {done} of {total}</translation>
    </message>
    <message id="staff.stick_stay">
        <translation>Leave it in until it is done</translation>
    </message>
    <message id="staff.stick_written">
        <translation>All {count} are on it; the stick may go</translation>
    </message>
    <message id="staff.stick_carry">
        <translation>Bring it to the district, to be taken in there; bring back what they acknowledge</translation>
    </message>
    <message id="staff.stick_read">
        <translation>Take in the city's acknowledgements</translation>
    </message>
    <message id="staff.stick_found">
        <translation>{count} on the stick</translation>
    </message>
    <message id="staff.stick_found_none">
        <translation>None on the stick; there are some once the district has taken it in</translation>
    </message>
    <message id="staff.stick_reading">
        <translation>Taking in: {done} of {total}</translation>
    </message>
    <message id="staff.taken_now">
        <translation>{count} taken in</translation>
    </message>
    <message id="staff.taken_now_hint">
        <translation>The city has them; they need not be sent any more. The stick may go</translation>
    </message>
    <message id="staff.taken_before">
        <translation>All of these were taken in before</translation>
    </message>
    <message id="staff.taken_refused">
        <translation>Not taken in: {count} without the city's right signature</translation>
    </message>
    <message id="staff.taken_refused_hint">
        <translation>Their cases stay and are sent all the same. Have the district take them in again, and bring the new ones</translation>
    </message>
    <message id="staff.taken_others">
        <translation>All on the stick are for other terminals</translation>
    </message>
    <message id="staff.taken_others_hint">
        <translation>Take the stick of this terminal, or take them in at the other one</translation>
    </message>
    <message id="staff.taken_none">
        <translation>No acknowledgement of the city was found on the stick</translation>
    </message>
    <message id="staff.taken_none_hint">
        <translation>The district's import lays them beside what it took in</translation>
    </message>
    <message id="staff.taken_fact_now">
        <translation>taken in now</translation>
    </message>
    <message id="staff.taken_fact_before">
        <translation>taken in before</translation>
    </message>
    <message id="staff.taken_fact_refused">
        <translation>not taken in</translation>
    </message>
    <message id="staff.taken_fact_others">
        <translation>for other terminals</translation>
    </message>
    <message id="staff.stick_gone">
        <translation>Not finished: the stick was pulled out or is broken; try another</translation>
    </message>
    <message id="staff.stick_full">
        <translation>Not finished: the stick is full; take a larger one</translation>
    </message>
    <message id="staff.stick_read_only">
        <translation>This stick may not be written: move its switch or take another</translation>
    </message>
    <message id="staff.stick_queue">
        <translation>The queue cannot be opened: call service, and leave the power on</translation>
    </message>
    <message id="staff.reprint_title">
        <translation>Print a slip again</translation>
    </message>
    <message id="staff.reprint_lead">
        <translation>By its number; the slip has number, service and time, and no name.</translation>
    </message>
    <message id="staff.reprint_number">
        <translation>Type the end of the number</translation>
    </message>
    <message id="staff.reprint_today">
        <translation>Slips of today</translation>
    </message>
    <message id="staff.reprint_found">
        <translation>Slips found</translation>
    </message>
    <message id="staff.reprint_none">
        <translation>No slips today yet</translation>
    </message>
    <message id="staff.reprint_none_found">
        <translation>No such number here</translation>
    </message>
    <message id="staff.reprint_more">
        <translation>Another one</translation>
    </message>
    <message id="staff.tail_title">
        <translation>The end of the number</translation>
    </message>
    <message id="staff.tail_lead">
        <translation>At least {least} digits.</translation>
    </message>
    <message id="staff.tail_placeholder">
        <translation>Last digits</translation>
    </message>
    <message id="staff.tail_find">
        <translation>Find</translation>
    </message>
    <message id="staff.levels_title">
        <translation>Volume and brightness</translation>
    </message>
    <message id="staff.levels_lead">
        <translation>At once, and kept over a restart.</translation>
    </message>
    <message id="staff.volume">
        <translation>Volume</translation>
    </message>
    <message id="staff.volume_less">
        <translation>Softer</translation>
    </message>
    <message id="staff.volume_more">
        <translation>Louder</translation>
    </message>
    <message id="staff.brightness">
        <translation>Brightness</translation>
    </message>
    <message id="staff.brightness_less">
        <translation>Darker</translation>
    </message>
    <message id="staff.brightness_more">
        <translation>Brighter</translation>
    </message>
    <message id="staff.percent">
        <translation>{percent} %</translation>
    </message>
    <message id="staff.no_brightness">
        <translation>The brightness of this panel is set by its own keys</translation>
    </message>
    <message id="staff.closing_title">
        <translation>Close the terminal</translation>
    </message>
    <message id="staff.closing_why">
        <translation>Why is it closed?</translation>
    </message>
    <message id="staff.closing_hint">
        <translation>Residents read this. It stays closed over a restart, until it is opened here.</translation>
    </message>
    <message id="staff.restart_title">
        <translation>Restart</translation>
    </message>
    <message id="staff.restart_what">
        <translation>What is to start anew?</translation>
    </message>
    <message id="staff.restart_safe">
        <translation>All that was taken in is safe</translation>
    </message>
    <message id="staff.restart_devices">
        <translation>The three devices</translation>
    </message>
    <message id="staff.restart_devices_hint">
        <translation>Closed and opened again, within seconds</translation>
    </message>
    <message id="staff.restart_application">
        <translation>The program</translation>
    </message>
    <message id="staff.restart_application_hint">
        <translation>About ten seconds</translation>
    </message>
    <message id="staff.restart_machine">
        <translation>The whole machine</translation>
    </message>
    <message id="staff.restart_machine_hint">
        <translation>One or two minutes</translation>
    </message>
    <message id="staff.restart_application_ask">
        <translation>Restart the program now?</translation>
    </message>
    <message id="staff.restart_machine_ask">
        <translation>Restart the whole machine now?</translation>
    </message>
    <message id="staff.restart_sure">
        <translation>Restart</translation>
    </message>
    <message id="staff.restarting_application">
        <translation>The program is restarting</translation>
    </message>
    <message id="staff.restarting_machine">
        <translation>The machine is restarting</translation>
    </message>
    <message id="staff.restarted_devices">
        <translation>The devices are closed and opened again</translation>
    </message>
    <message id="staff.restarted_devices_hint">
        <translation>Below is how they are, within a few seconds</translation>
    </message>
    <message id="staff.restart_failed">
        <translation>It cannot be restarted from here</translation>
    </message>
    <message id="staff.restart_by_hand">
        <translation>Use the power key of the case, or call service</translation>
    </message>
    <message id="staff.today_title">
        <translation>Figures of today</translation>
    </message>
    <message id="staff.today_begun">
        <translation>visits begun</translation>
    </message>
    <message id="staff.today_finished">
        <translation>finished</translation>
    </message>
    <message id="staff.today_slips">
        <translation>slips printed</translation>
    </message>
    <message id="staff.today_last">
        <translation>The last visit began {when}</translation>
    </message>
    <message id="staff.today_none">
        <translation>Nobody came today yet</translation>
    </message>
</context>
<context>
    <name>proof</name>
    <message id="proof.show">
        <translation>Show the proof</translation>
    </message>
    <message id="proof.code">
        <translation>Short code</translation>
    </message>
    <message id="proof.code_note">
        <translation>The page behind the code shows it too</translation>
    </message>
    <message id="proof.how">
        <translation>How to use it</translation>
    </message>
    <message id="proof.first">
        <translation>First</translation>
    </message>
    <message id="proof.scan">
        <translation>Let the other person scan this code</translation>
    </message>
    <message id="proof.then">
        <translation>Then</translation>
    </message>
    <message id="proof.compare">
        <translation>Compare title, name and short code</translation>
    </message>
    <message id="proof.until">
        <translation>It can be verified until this day</translation>
    </message>
    <message id="proof.keep">
        <translation>Photograph the code</translation>
    </message>
    <message id="proof.keep_hint">
        <translation>Take it with you and show it at any time</translation>
    </message>
    <message id="proof.finish">
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>promised</name>
    <message id="promised.by">
        <translation>by {day}</translation>
    </message>
    <message id="promised.about">
        <translation>by about {day}</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message id="refusal.ask">
        <translation>Who to ask</translation>
    </message>
    <message id="refusal.when">
        <translation>When</translation>
    </message>
    <message id="refusal.instead">
        <translation>You can have this instead, starting now</translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message id="picture.title">
        <translation>Add a picture?</translation>
    </message>
    <message id="picture.lead">
        <translation>Place the paper or object under the camera. You can send it without a picture, too.</translation>
    </message>
    <message id="picture.take">
        <translation>Take a picture</translation>
    </message>
    <message id="picture.take_hint">
        <translation>Please no people, cards or other people's papers</translation>
    </message>
    <message id="picture.lay">
        <translation>Place it under the camera</translation>
    </message>
    <message id="picture.live">
        <translation>When it lies still, touch "Take"</translation>
    </message>
    <message id="picture.check">
        <translation>Is it clear?</translation>
    </message>
    <message id="picture.use">
        <translation>Use it and hand it in</translation>
    </message>
</context>
<context>
    <name>match</name>
    <message id="match.title_one">
        <translation>We start with this one</translation>
    </message>
    <message id="match.lead_one">
        <translation>How to get the others is written below.</translation>
    </message>
    <message id="match.title">
        <translation>These are done together</translation>
    </message>
    <message id="match.lead">
        <translation>Each question is asked once, each paper scanned once.</translation>
    </message>
    <message id="match.title_none">
        <translation>How to get each of these</translation>
    </message>
    <message id="match.lead_none">
        <translation>Who handles it, where and when, and what to bring.</translation>
    </message>
    <message id="match.going">
        <translation>Done together now</translation>
    </message>
    <message id="match.open">
        <translation>Depends on your answers</translation>
    </message>
    <message id="match.open_hint">
        <translation>We will tell you when we get there</translation>
    </message>
    <message id="match.fallen">
        <translation>Not this time</translation>
    </message>
    <message id="match.start">
        <translation>All right, begin</translation>
    </message>
</context>
<context>
    <name>shared</name>
    <message id="shared.title">
        <translation>May the city look these up for you?</translation>
    </message>
    <message id="shared.asking">
        <translation>Looking them up, a few seconds please</translation>
    </message>
    <message id="shared.lead">
        <translation>The city may already have them; then you need not hand them in.</translation>
    </message>
    <message id="shared.only">
        <translation>Only these, and only for this application</translation>
    </message>
    <message id="shared.agree">
        <translation>Yes, look them up</translation>
    </message>
    <message id="shared.bring">
        <translation>No, I have them with me</translation>
    </message>
    <message id="shared.bring_hint">
        <translation>Next, place them under the camera</translation>
    </message>
</context>
<context>
    <name>declare</name>
    <message id="declare.title">
        <translation>{name}: you can declare it instead</translation>
    </message>
    <message id="declare.lead">
        <translation>Declare it or hand in the paper, as you prefer.</translation>
    </message>
    <message id="declare.duty">
        <translation>What is required</translation>
    </message>
    <message id="declare.text">
        <translation>You declare</translation>
    </message>
    <message id="declare.consequence">
        <translation>If it is not true</translation>
    </message>
    <message id="declare.so">
        <translation>Yes, I declare it</translation>
    </message>
    <message id="declare.bring">
        <translation>I have the paper with me</translation>
    </message>
</context>
<context>
    <name>promise</name>
    <message id="promise.at_once_soon">
        <translation>Once it is done, your number shows it</translation>
    </message>
    <message id="promise.at_once_later">
        <translation>Settled as soon as the city answers</translation>
    </message>
    <message id="promise.refused">
        <translation>Settled once that is cleared up</translation>
    </message>
    <message id="promise.by">
        <translation>By {day}</translation>
    </message>
    <message id="promise.about">
        <translation>About {day}</translation>
    </message>
</context>
<context>
    <name>given</name>
    <message id="given.code">
        <translation>Verification code {code}</translation>
    </message>
    <message id="given.until">
        <translation>Valid until {day}</translation>
    </message>
</context>
<context>
    <name>reduced</name>
    <message id="reduced.id_card_reader">
        <translation>Cards cannot be read just now</translation>
    </message>
    <message id="reduced.id_card_reader_hint">
        <translation>Type your number and name instead. To see your progress, use the code or number on your slip.</translation>
    </message>
    <message id="reduced.document_scanner">
        <translation>Papers cannot be scanned just now</translation>
    </message>
    <message id="reduced.document_scanner_hint">
        <translation>Services without papers work as usual; where papers can follow, you can apply now; for the rest we tell you where to go.</translation>
    </message>
    <message id="reduced.receipt_printer">
        <translation>Slips cannot be printed just now</translation>
    </message>
    <message id="reduced.receipt_printer_hint">
        <translation>You can still apply. Number and code are shown on the screen: photograph them, or write the number down.</translation>
    </message>
    <message id="reduced.later">
        <translation>No scanning just now: apply first, papers can follow</translation>
    </message>
    <message id="reduced.later_hint">
        <translation>We will tell you by which day; where a declaration is enough, it is completed at once.</translation>
    </message>
    <message id="reduced.perhaps">
        <translation>No scanning just now: some papers must be scanned here</translation>
    </message>
    <message id="reduced.perhaps_hint">
        <translation>A few questions will tell whether yours must. If so, you can go here:</translation>
    </message>
    <message id="reduced.closed">
        <translation>No scanning just now: this cannot be done here</translation>
    </message>
    <message id="reduced.closed_hint">
        <translation>It resumes by itself once the camera is repaired. If you cannot wait, go here or ask for help:</translation>
    </message>
    <message id="reduced.mark_later">
        <translation>{hint} · apply first, papers later</translation>
    </message>
    <message id="reduced.mark_perhaps">
        <translation>{hint} · some papers cannot be scanned now</translation>
    </message>
    <message id="reduced.mark_closed">
        <translation>{hint} · no scanning now; see where to go</translation>
    </message>
</context>
<context>
    <name>broken</name>
    <message id="broken.title">
        <translation>Out of service</translation>
    </message>
    <message id="broken.mending">
        <translation>It resumes by itself once it is repaired. Everything handed in is safe.</translation>
    </message>
    <message id="broken.meanwhile">
        <translation>Please ask the staff, or call 12345 for the nearest place.</translation>
    </message>
</context>
<context>
    <name>closed</name>
    <message id="closed.title">
        <translation>This terminal is closed</translation>
    </message>
    <message id="closed.paper">
        <translation>Waiting for paper</translation>
    </message>
    <message id="closed.repair">
        <translation>Being repaired</translation>
    </message>
    <message id="closed.cleaning">
        <translation>Being cleaned</translation>
    </message>
    <message id="closed.today">
        <translation>No more service today</translation>
    </message>
    <message id="closed.elsewhere">
        <translation>Please go to: {where}</translation>
    </message>
    <message id="closed.call">
        <translation>Or call {phone} and ask</translation>
    </message>
    <message id="closed.safe">
        <translation>Everything handed in is safe and is handled as usual</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message id="setup.terminal">
        <translation>Self-service terminal</translation>
    </message>
    <message id="setup.progress">
        <translation>{at} / {of}  {step}</translation>
    </message>
    <message id="setup.step_name">
        <translation>Name</translation>
    </message>
    <message id="setup.step_area">
        <translation>Area</translation>
    </message>
    <message id="setup.step_city">
        <translation>Address</translation>
    </message>
    <message id="setup.step_devices">
        <translation>Devices</translation>
    </message>
    <message id="setup.step_enrol">
        <translation>Enrolment</translation>
    </message>
    <message id="setup.step_pin">
        <translation>Staff PIN</translation>
    </message>
    <message id="setup.step_check">
        <translation>Check</translation>
    </message>
    <message id="setup.begin">
        <translation>Begin</translation>
    </message>
    <message id="setup.keeping">
        <translation>Being kept</translation>
    </message>
    <message id="setup.without">
        <translation>Go on without it</translation>
    </message>
    <message id="setup.welcome_title">
        <translation>Welcome. Let us set this terminal up</translation>
    </message>
    <message id="setup.welcome_lead">
        <translation>Seven steps, some five minutes. Stop whenever you like, even by a power cut: it goes on from there.</translation>
    </message>
    <message id="setup.need_name">
        <translation>What the station is called, and where it is</translation>
    </message>
    <message id="setup.need_name_hint">
        <translation>Residents read it on every page and slip</translation>
    </message>
    <message id="setup.need_city">
        <translation>The address of the city's server</translation>
    </message>
    <message id="setup.need_city_hint">
        <translation>It begins with https:// and stands on the city's letter</translation>
    </message>
    <message id="setup.need_code">
        <translation>The enrolment code, 16 digits</translation>
    </message>
    <message id="setup.need_code_hint">
        <translation>One for each terminal, good once. You can go on without it for now</translation>
    </message>
    <message id="setup.need_pin">
        <translation>A PIN for the staff</translation>
    </message>
    <message id="setup.need_pin_hint">
        <translation>Six digits or more; it opens the staff's pages later</translation>
    </message>
    <message id="setup.name_title">
        <translation>What is this station called?</translation>
    </message>
    <message id="setup.name_lead">
        <translation>The full name by which residents know it.</translation>
    </message>
    <message id="setup.name_label">
        <translation>Name of the station</translation>
    </message>
    <message id="setup.name_placeholder">
        <translation>Neighbourhood service station</translation>
    </message>
    <message id="setup.name_why">
        <translation>It stands at the upper left of every page, and on the slip.</translation>
    </message>
    <message id="setup.area_title">
        <translation>In which district is it?</translation>
    </message>
    <message id="setup.area_lead">
        <translation>Type the administrative code of six digits.</translation>
    </message>
    <message id="setup.area_placeholder">
        <translation>Administrative code</translation>
    </message>
    <message id="setup.area_other">
        <translation>Elsewhere</translation>
    </message>
    <message id="setup.area_why">
        <translation>It becomes part of acceptance numbers, and the city assigns work by it.</translation>
    </message>
    <message id="setup.city_title">
        <translation>Where is the city's server?</translation>
    </message>
    <message id="setup.city_lead">
        <translation>Type the address from the city's letter.</translation>
    </message>
    <message id="setup.city_label">
        <translation>Address</translation>
    </message>
    <message id="setup.city_why">
        <translation>Everything is sealed before it goes there; nobody else can open it.</translation>
    </message>
    <message id="setup.city_wrong">
        <translation>This address cannot be used: it begins with https:// and has no spaces.</translation>
    </message>
    <message id="setup.reach_title">
        <translation>Trying the line to the city</translation>
    </message>
    <message id="setup.reach_lead">
        <translation>Is there a line, is the address right, is the certificate known?</translation>
    </message>
    <message id="setup.reach_asking">
        <translation>Connecting</translation>
    </message>
    <message id="setup.reach_well">
        <translation>Connected: it is the city's server</translation>
    </message>
    <message id="setup.reach_failed">
        <translation>Not connected yet</translation>
    </message>
    <message id="setup.reach_again">
        <translation>Try again</translation>
    </message>
    <message id="setup.reach_edit">
        <translation>Change the address</translation>
    </message>
    <message id="setup.clock_off">
        <translation>This terminal's clock is off</translation>
    </message>
    <message id="setup.trouble_line">
        <translation>See that cable and router are lit, then try again. The city's firewall must let this terminal through.</translation>
    </message>
    <message id="setup.trouble_name">
        <translation>There is no such address: look for a slip of the finger, then ask the network's keeper about DNS.</translation>
    </message>
    <message id="setup.trouble_certificate">
        <translation>Its certificate is not known: check address and clock, then put the city's ca.pem into /etc/kiosk.</translation>
    </message>
    <message id="setup.trouble_portal">
        <translation>It is not the city's server that answers: a log-in page on the line, or another address. Ask the network's keeper.</translation>
    </message>
    <message id="setup.trouble_not-trusted">
        <translation>It does not let this terminal in: ask the city to admit it.</translation>
    </message>
    <message id="setup.trouble_busy">
        <translation>The city is busy; try again in a while.</translation>
    </message>
    <message id="setup.trouble_server">
        <translation>The city's system did not answer well. Try again in a while; if it stays so, tell the city.</translation>
    </message>
    <message id="setup.trouble_code">
        <translation>The city does not take this code: look for a slip of the finger. A used one is replaced by the city.</translation>
    </message>
    <message id="setup.trouble_disk">
        <translation>It cannot be written: please call service. Your answers are still there.</translation>
    </message>
    <message id="setup.devices_title">
        <translation>The devices that are there</translation>
    </message>
    <message id="setup.devices_lead">
        <translation>Plug in what is missing and look again. What this terminal lacks stays lacking: matters that need it are closed.</translation>
    </message>
    <message id="setup.devices_looking">
        <translation>Looking for devices</translation>
    </message>
    <message id="setup.devices_looking_hint">
        <translation>Half a minute; please leave the plugs alone</translation>
    </message>
    <message id="setup.devices_again">
        <translation>Look again</translation>
    </message>
    <message id="setup.device_none">
        <translation>Check power and cable, then look again</translation>
    </message>
    <message id="setup.enrol_title">
        <translation>Introduce this terminal to the city</translation>
    </message>
    <message id="setup.enrol_lead">
        <translation>Only then does the city know it, and can applications be sealed for the city.</translation>
    </message>
    <message id="setup.enrol_what">
        <translation>The code is on the city's letter: 16 digits</translation>
    </message>
    <message id="setup.enrol_again">
        <translation>Name, area or address have changed: the city is told with a new code</translation>
    </message>
    <message id="setup.enrol_now">
        <translation>Type the code now</translation>
    </message>
    <message id="setup.enrol_now_hint">
        <translation>The line must be up</translation>
    </message>
    <message id="setup.enrol_later">
        <translation>Later</translation>
    </message>
    <message id="setup.enrol_later_hint">
        <translation>Do the rest first; until then it does not serve</translation>
    </message>
    <message id="setup.enrol_as_it_was">
        <translation>Leave it</translation>
    </message>
    <message id="setup.enrol_as_it_was_hint">
        <translation>The city keeps what it was told before</translation>
    </message>
    <message id="setup.code_title">
        <translation>Type the enrolment code</translation>
    </message>
    <message id="setup.code_lead">
        <translation>16 digits; leave out the dashes.</translation>
    </message>
    <message id="setup.code_placeholder">
        <translation>Code</translation>
    </message>
    <message id="setup.code_asking">
        <translation>Enrolling</translation>
    </message>
    <message id="setup.code_why">
        <translation>A code is good once. Lost? The city gives another.</translation>
    </message>
    <message id="setup.pin_title">
        <translation>Choose a PIN for the staff</translation>
    </message>
    <message id="setup.pin_lead">
        <translation>{least} to {most} digits. No birthday, no digits in a row.</translation>
    </message>
    <message id="setup.pin_why">
        <translation>It opens the staff's pages: paper, trials, restarts. Forgotten? Service sets another.</translation>
    </message>
    <message id="setup.pin_again_title">
        <translation>The same PIN once more</translation>
    </message>
    <message id="setup.pin_again_lead">
        <translation>It counts when both are alike.</translation>
    </message>
    <message id="setup.pin_weak">
        <translation>That PIN is too easy to guess; choose another.</translation>
    </message>
    <message id="setup.pin_different">
        <translation>The two are not alike; please begin again.</translation>
    </message>
    <message id="setup.pin_disk">
        <translation>It cannot be written: please call service.</translation>
    </message>
    <message id="setup.check_title">
        <translation>Is all of this right?</translation>
    </message>
    <message id="setup.check_lead">
        <translation>Touch the pencil beside what you want to change.</translation>
    </message>
    <message id="setup.sum_station">
        <translation>Station</translation>
    </message>
    <message id="setup.sum_machine">
        <translation>Terminal</translation>
    </message>
    <message id="setup.sum_enrolled">
        <translation>Enrolled</translation>
    </message>
    <message id="setup.sum_later">
        <translation>Not enrolled yet</translation>
    </message>
    <message id="setup.sum_found">
        <translation>There</translation>
    </message>
    <message id="setup.sum_none">
        <translation>None</translation>
    </message>
    <message id="setup.sum_look">
        <translation>Look again</translation>
    </message>
    <message id="setup.sum_pin">
        <translation>Set</translation>
    </message>
    <message id="setup.sum_note">
        <translation>It is written when you finish: all of it or nothing, whatever the power does.</translation>
    </message>
    <message id="setup.finish">
        <translation>Finish</translation>
    </message>
    <message id="setup.finish_later">
        <translation>Keep it for now</translation>
    </message>
    <message id="setup.done_title">
        <translation>This terminal is set up</translation>
    </message>
    <message id="setup.done_lead">
        <translation>Residents may come.</translation>
    </message>
    <message id="setup.done_well">
        <translation>It is ready to serve</translation>
    </message>
    <message id="setup.done_well_hint">
        <translation>Without a line too: applications are sealed here and sent when it is back</translation>
    </message>
    <message id="setup.done_staff">
        <translation>The staff's pages</translation>
    </message>
    <message id="setup.done_staff_hint">
        <translation>Hold the upper left corner for three seconds, then the PIN</translation>
    </message>
    <message id="setup.open">
        <translation>Open it</translation>
    </message>
    <message id="setup.pending_title">
        <translation>This terminal is not enrolled yet</translation>
    </message>
    <message id="setup.pending_lead">
        <translation>It opens as soon as the staff type the city's code.</translation>
    </message>
    <message id="setup.pending_closed">
        <translation>Residents cannot be served here yet</translation>
    </message>
    <message id="setup.pending_closed_hint">
        <translation>Applications are sealed with the city's key, which comes with the enrolment</translation>
    </message>
    <message id="setup.pending_kept">
        <translation>What was answered is kept</translation>
    </message>
    <message id="setup.pending_kept_hint">
        <translation>To go on you need the code and the staff PIN</translation>
    </message>
    <message id="setup.pending_on">
        <translation>Staff: enrol now</translation>
    </message>
</context>
</TS>
