/**
 * Every word of the interface in Simplified Chinese, for sellers from the mainland who sell on Amazon.com.
 *
 * A half-width space stands between Chinese and Latin letters or figures, none beside full-width marks or dates.
 * Terms: Seller Central 卖家平台 · report 报告 · record 记录(条) · sale line 销售明细(条) · column 列 · column name 列名 ·
 * cell 单元格 · line 行 · checker 检查程序 · finding 检查结果 · fix (by the seller) 修正 · corrected (by us) 自动更正 ·
 * change 修改 · mend after all 还是更正 · leave out 排除 · take in again 恢复 · set aside 不计入 · kept back 不发送 ·
 * question 待确认事项, so that it is never taken for a problem 问题 · manifest 清单 · checksum 校验和 · template 模板 ·
 * tax service 税务服务商 · file (tax) 申报 · collect 代收 · state of delivery 收货州 · country 国家/地区 · ship-from state 发货州 ·
 * ZIP code 邮政编码 · fulfillment center 运营中心 · sent by you 自发货 · spreadsheet 电子表格 · encoding 编码.
 * Menus and reports: the English name, then in brackets the Chinese one of Seller Central.
 */
import catalogue from "./catalogue.zh-Hans.js";

/** @type {Record<string, import("./en.js").FaultWords>} */
const faults = {
  "wasm-blocked": {
    what: "浏览器不允许检查程序启动",
    why: "检查程序是在本页面内运行的小程序（WebAssembly），而这里的某项安全设置会阻止这类程序。iPhone、iPad 和 Mac 的锁定模式、Microsoft Edge 的增强安全性、Tor Browser 的“更安全”级别以及一些公司的安全策略都会这样做。",
    fix: [
      "换一个浏览器打开本页面，或在上述设置中允许本网站，然后重新加载页面。",
      "如果您负责维护本网站：网站的安全策略需要允许脚本使用 'wasm-unsafe-eval'。",
    ],
    retry: "reload",
  },
  "wasm-missing": {
    what: "检查程序的一部分没有下载成功",
    why: "浏览器未能下载读取报告的程序。可能是网络中断，也可能是网站正在更新。",
    fix: ["检查网络连接，然后重试。", "如果再次出现，把这里显示的消息告诉客服。"],
    retry: "again",
  },
  "workbooks-missing": {
    what: "打开 Excel 工作簿的部分没有下载成功",
    why: "这一部分只在您选择工作簿时才下载，这次没有下载到。可能是网络中断，也可能是网站正在更新。没有发送任何内容。",
    fix: ["检查网络连接，然后重试。", "或者选择亚马逊生成的 .txt 或 .csv 文件：这类文件不需要该部分。"],
    retry: "again",
  },
  "worker-blocked": {
    what: "本页面不能启动检查程序",
    why: "检查程序在独立于页面的 worker 中运行，这样才能切断它的网络。本网站或浏览器的安全策略不允许使用 worker。",
    fix: [
      "换一个浏览器，并在本页面关闭拦截脚本的扩展程序。",
      "如果您负责维护本网站：网站的安全策略需要在 worker-src 中允许该 worker。",
    ],
    retry: "reload",
  },
  "worker-missing": {
    what: "找不到检查程序的一部分",
    why: "网站返回：读取报告的脚本不存在。可能是更新网站时移动了它的位置。",
    fix: ["重新加载页面，以使用最新版本。", "如果再次出现，把这里显示的消息告诉客服。"],
    retry: "reload",
  },
  "worker-crashed": {
    what: "检查程序中途停止了",
    why: "这是检查程序的故障，或者设备内存不足，不代表您的报告有问题。没有发送任何内容。",
    fix: ["重试，检查程序会重新启动。", "如果设备内存不足，关闭其他标签页和程序。", "如果同一个文件再次让它停止，联系客服。"],
    retry: "again",
  },
  "worker-silent": {
    what: "检查程序没有响应",
    why: "检查程序启动后十秒内没有任何答复。可能是设备很忙，也可能是某个扩展程序拖住了它。",
    fix: ["重试。", "如果再次出现，改用隐私窗口（无痕窗口），其中的扩展程序是关闭的。"],
    retry: "again",
  },
  "file-unreadable": {
    what: "浏览器无法读取文件",
    why: "您选择文件之后，文件被移动、重命名或删除了；或者文件所在的磁盘已断开，或文件被其他程序占用。",
    fix: ["在 Excel 等其他程序中关闭该文件。", "如果文件在网络磁盘或云盘里，先复制到这台电脑。", "然后重新选择文件。"],
    retry: "choose",
  },
  "file-changed": {
    what: "读取过程中文件发生了变化",
    why: "文件长度已与您选择时不同，继续检查会把两个版本混在一起。可能是下载尚未完成，也可能是其他程序保存了该文件。",
    fix: ["等下载完成，并在其他程序中关闭该文件。", "然后重新选择文件。"],
    retry: "choose",
  },
  "is-directory": {
    what: "这是文件夹，检查程序只读取文件",
    why: "浏览器只交出文件夹本身，不包括里面的内容。",
    fix: ["打开文件夹，选择里面的报告。"],
    retry: "choose",
  },
  "session-finished": {
    what: "检查程序丢失了工作进度",
    why: "一次检查在结束之后又被继续。这是检查程序或本页面的故障。您的报告没有改动，也没有发送任何内容。",
    fix: ["重试，检查程序会重新启动。", "如果再次出现，把这里显示的消息告诉客服。"],
    retry: "again",
  },
  "not-read-again": {
    what: "检查程序没有完成就停止了",
    why: "如果文件中的值有不止一种写法，就需要读第二遍，而这一遍没有进行。这是检查程序或本页面的故障。您的报告没有改动，也没有发送任何内容。",
    fix: ["重试，检查程序会重新启动。", "如果再次出现，把这里显示的消息告诉客服。"],
    retry: "again",
  },
  "does-not-add-up": {
    what: "检查程序计数有误，已停止",
    why: "读取的每条记录都必须计入，不能遗漏。这次数目对不上，所以结果已作废，没有发送任何内容。这是检查程序的故障，不是您的报告有问题。",
    fix: ["重试。", "如果同一个文件再次出现这种情况，联系客服：这个故障需要由我们修复。"],
    retry: "again",
  },
  "no-such-form": {
    what: "本页面要求的文件并不存在",
    why: "页面要求的模板没有这种格式。这是页面的故障，不是您的报告有问题。您的报告没有改动，也没有发送任何内容。",
    fix: ["把这里显示的消息告诉客服：页面的设置需要修改。"],
    retry: "again",
  },
  "view-missing": {
    what: "显示结果的部分没有下载成功",
    why: "您的报告已检查完毕，但浏览器未能下载显示结果所需的部分。可能是网络中断，也可能是网站正在更新。",
    fix: ["检查网络连接，然后重试。", "如果没有用，重新加载页面，再选择一次报告。"],
    retry: "again",
  },
  unknown: {
    what: "检查未能完成",
    why: "检查程序或浏览器出现了尚无名称的故障，不代表您的报告有问题。没有发送任何内容。",
    fix: ["重试；如果没有用，重新加载页面。", "如果再次出现，把下方“供客服参考”中的内容告诉客服。"],
    retry: "again",
  },
};

export default {
  lang: "zh-Hans",
  dir: "ltr",

  chooser: {
    label: "亚马逊报告",
    labelMultiple: "亚马逊报告",
    hint: "从卖家平台（Seller Central）下载的 .txt 或 .csv 文件，没有用 Excel 打开过。压缩成 .zip 或 .gz 也可以。",
    hintMultiple: "从卖家平台（Seller Central）下载的 .txt 或 .csv 文件，没有用 Excel 打开过。各月的文件一起选择；.zip 和 .gz 也可以。",
    button: "选择文件",
    buttonMultiple: "选择文件（可多选）",
    drop: "或把文件拖到这里",
    dropMultiple: "或把多个文件一起拖到这里",
    another: "选择其他文件",
    add: "再添加一个文件",
    several: { other: "{n} 个文件" },
    reset: "重新开始",
    entered: "已进入拖放区",
    left: "已离开拖放区",
    promise: "在您点击“上传”之前，任何内容都不会离开您的电脑。",
    promiseCheckOnly: "文件只在这台电脑上检查，不会传到任何地方。本页面无法发送文件。",
    error: "出错：",
  },

  /** @type {Record<string, string>} */
  problems: {
    "several-files": "一次只能选择一个文件。您选择了多个，所以一个也没有读取。",
    "is-directory": "这是文件夹。打开文件夹，选择里面的报告。",
    "no-file": "拖入的内容里没有文件。先保存到这台电脑，再选择文件。",
    other: "所选内容无法使用。从这台电脑中选择一个报告文件。",
  },

  /** The page for iframes. */
  embed: {
    host: "可以发送的内容会交给外层页面 {host}，文件中的其他内容不会。",
  },

  /** Said by the browser when a form is sent too early. */
  form: {
    missing: "先选择您的亚马逊报告。",
    checking: "报告仍在检查中。等待结果，或取消检查。",
    notReady: "这份报告还不能发送。查看需要修正的地方，或选择其他文件。",
  },

  seal: {
    waiting: "正在准备检查程序 …",
    sealed: "已隔离：读取文件的部分没有网络连接。这是我们在读取之前实测的结果。",
    open: "未隔离：读取文件的部分有可能连接网络。",
    /** @type {Record<string, string>} */
    reasons: {
      "data-allowed": "我们实测过：浏览器没有拒绝测试请求。检查照常进行，检查程序本身不发送任何内容。",
      "request-allowed": "我们实测过：发往本网站的测试请求没有被拦截。检查照常进行，检查程序本身不发送任何内容。",
      "other-hosts-allowed": "我们实测过：测试请求被拒绝，但本页面的安全策略允许向其他网站发出请求。检查程序本身不发送任何内容。",
      "scripts-allowed": "我们实测过：测试请求被拒绝，但本页面的安全策略允许加载更多脚本。检查程序本身不发送任何内容。",
      other: "在这里无法实测。检查照常进行，检查程序本身不发送任何内容。",
    },
  },

  progress: {
    title: "正在检查 {file}",
    bar: "文件的读取进度",
    bytes: "{done}，共 {total}",
    records: { other: "{n} 条记录" },
    left: "还剩约 {time}",
    soon: "还剩几秒",
    starting: "正在开始 …",
    cancel: "取消",
    announceStart: "正在检查 {file}。",
    announce: "已读取 {percent}，尚无结果。",
    cancelled: "检查已取消。没有发送任何内容。",
    cleared: "结果已清除。",
  },

  verdict: {
    /** The heading, said. */
    announce: "{heading}。",
    /** Said before the heading to those who see neither color nor icon. @type {Record<string, string>} */
    tones: { good: "已就绪：", warning: "已就绪，但有需要留意之处：", error: "尚未就绪：", question: "待您确认：", note: "没有可发送的内容：" },
    ready: {
      zero: "这份报告可以使用",
      other: "这份报告可以使用：共 {n} 条销售明细",
    },
    warnings: { other: "这份报告可以使用，但建议先查看 {n} 项" },
    leftOut: { other: "这份报告可以使用，不含您排除的 {n} 条记录" },
    rejected: { other: "需要先修正 {read} 条记录中的 {n} 条，才能使用这份报告" },
    blocked: { other: "需要先解决文件的 {n} 个问题，才能使用这份报告" },
    answers: { other: "需要您先确认 {n} 个事项，才能使用这份报告" },
    /** The same of several files. */
    batch: {
      ready: {
        zero: "您的 {files} 份报告可以使用",
        other: "您的 {files} 份报告可以使用：共 {n} 条销售明细",
      },
      warnings: { other: "您的 {files} 份报告可以使用，但建议先查看 {n} 项" },
      leftOut: { other: "您的 {files} 份报告可以使用，不含您排除的 {n} 条记录" },
      rejected: { other: "需要先修正 {read} 条记录中的 {n} 条，才能使用这些报告" },
      blocked: { other: "需要先解决文件的 {n} 个问题，才能使用这些报告" },
      answers: { other: "需要您先确认 {n} 个事项，才能使用这些报告" },
      wrong: { other: "{files} 个文件中有 {n} 个不能使用" },
      empty: "这些报告里没有销售记录",
    },
    wrong: "报告选错了：{title}",
    wrongMaybe: "这份报告好像选错了：{title}",
    empty: "这个文件里没有销售记录",
    leads: {
      ready: "每条记录都已读取，无一遗漏。",
      corrected: { other: "有 {n} 条记录已自动更正，没有任何猜测。每处更正都列在下方。" },
      without: { other: "其中不含您排除的 {n} 条记录。" },
      next: "目前还没有发送任何内容。",
      checkOnly: "没有发送任何内容：本页面只做检查。",
      wrongBatch: "下方说明了原因，以及应下载哪份报告。先从列表中移除不能使用的文件，其余文件才能发送。没有发送任何内容。",
      fix: "没有发送任何内容。下方列出了问题是什么、在哪里、怎样修正。",
      leftOut: "随上传内容附带的清单会注明您排除了这些记录。",
      warnings: "查看下方的列表。如果一切如您所料，可以继续。",
      answers: "这只能由您来决定。没有发送任何内容。",
      emptySetAside: "文件中的所有内容都不是销售，所以都没有计入，原因见下方。核对您在卖家平台选择的日期，以及这段时间里是否有销售。",
    },
  },

  facts: {
    report: "报告",
    unnamed: "未命名",
    dates: "销售日期",
    range: "{first}至{last}",
    gaps: { other: "有 {n} 段日期没有销售" },
    partial: "最后一天可能不全",
  },

  files: {
    title: "您的文件",
    add: "再添加一个文件",
    remove: "移除",
    removeNamed: "移除 {file}",
    reports: { other: "内含 {n} 份报告" },
    /** @type {Record<string, string>} */
    status: { good: "可以使用", warning: "建议查看", error: "需要修正", question: "待您确认", note: "没有销售记录", wrong: "不能使用" },
    report: "报告",
    records: "记录",
    read: { other: "共读取 {n} 条：{list}" },
    ledger: {
      accepted: { other: "{n} 条无误" },
      repaired: { other: "{n} 条已自动更正" },
      rejected: { other: "{n} 条需要修正" },
      leftOut: { other: "{n} 条已排除" },
      setAside: { other: "{n} 条不计入" },
    },
    before: "其他文件里也有",
    countedBefore: { other: "有 {n} 条销售明细已计入上面的文件，不重复计算" },
    about: "关于这个文件",
  },

  about: {
    title: "关于这个文件",
    recognised: "识别结果",
    /** @type {Record<string, string>} */
    sure: { high: "确定", medium: "很可能", none: "不能确定" },
    by: {
      columns: { other: "{sure}，这种报告特有的 {wanted} 个列名中，找到了 {n} 个。" },
      allColumns: { other: "{sure}，这种报告特有的 {n} 个列名全部找到。" },
      values: "{sure}，依据值的样式判断（列名无法读取）。",
      bytes: "{sure}，依据文件开头的字节判断。",
      nothing: "未能识别：其中没有任何内容与我们已知的报告相符。",
    },
    language: "列名的语言：{language}。",
    missing: { other: "未找到：{list}。" },
    container: "文件形式",
    /** @type {Record<string, string>} */
    containers: { gzip: "压缩文件（.gz），已在这里解压", zip: "ZIP 压缩包，其中的 {member}", xlsx: "Excel 工作簿，工作表 {member}" },
    written: "书写格式",
    /** @type {Record<string, string>} */
    delimiters: { tab: "单元格以制表符分隔。", comma: "单元格以逗号分隔。", semicolon: "单元格以分号分隔。", pipe: "单元格以竖线分隔。" },
    comma: "小数点写作逗号。",
    preamble: { other: "列名上方有 {n} 行。" },
    readAs: "按 {encoding} 读取。",
    readAsBySeller: "按您选择的 {encoding} 读取。",
    /** @type {Record<string, string>} */
    encodingBy: {
      mark: "文件开头的字节注明了这种编码。",
      strict: "每个字符都符合这种编码。",
      "zero-bytes": "每隔一个字节就是零，这是这种编码的特征。",
      header: "只有这样读，列名才是我们认识的。",
      text: "只有这样读，文字才能成词。",
      default: "其他编码都不符合。",
    },
    /** @type {Record<string, string>} */
    encodings: {
      "utf-8": "UTF-8", "windows-1252": "西欧（Windows-1252）", "utf-16le": "UTF-16（小端序）",
      "utf-16be": "UTF-16（大端序）", shift_jis: "日文（Shift_JIS）", gbk: "中文（GBK）",
    },
    wrongLetters: "有乱码？",
    legend: "用哪一种编码，文字显示正常？",
    now: "（当前）",
    loading: "正在读取几个单元格 …",
    privacy: "这是刚从您的文件中重新读取的几个单元格，只给您看，没有发送。",
    noSamples: "这个文件里的字符，用其中大多数编码显示都一样。",
    gone: "无法重新读取文件。检查之后，文件可能被移动或改动了。",
    undo: "改回由检查程序判断",
  },

  coverage: {
    title: "涵盖的日期",
    days: { other: "{range}，共 {n} 天，其中 {covered} 天有销售。" },
    missing: { other: "各文件之间缺 {n} 天" },
    missingWhy: "如果那几天有销售，就少了一份报告。下载那几天的报告，添加到这里。",
    more: { other: "还有 {n} 段" },
    whole: "各文件之间没有缺少的日期。",
    quiet: { other: "文件涵盖的日期里有 {n} 天没有销售。" },
    partial: "最后一份报告的下载时间距其最后一笔销售不到一天，所以{day}的数据可能不全。",
  },

  questions: {
    title: "待您确认的事项",
    open: "待您确认",
    answered: "您已确认",
    legend: "是哪一种？",
    hint: "您的选择立即生效，随时可以更改。",
    /** @type {Record<string, { title: string, example: string }>} */
    answers: {
      "month-first": { title: "月在前", example: "5/3 是 5 月 3 日，美国通常这样写" },
      "day-first": { title: "日在前", example: "5/3 是 3 月 5 日，欧洲通常这样写" },
    },
    records: { other: "{n} 条记录" },
    nothing: "这样一来，没有一条记录的日期可以读取。",
    more: { other: "还有 {n} 个月" },
    undo: "撤回我的选择",
  },

  damage: {
    tag: "曾用电子表格软件打开并保存",
    fix: "怎样得到完好的文件",
    steps: [
      "从卖家平台重新下载报告。",
      "不要用 Excel 或其他电子表格软件打开它。打开再保存，就会改掉数字和日期。",
      "直接从“下载”文件夹中选择新文件。",
    ],
    way: "卖家平台中的操作步骤",
    look: "想看里面的内容，就打开副本。副本怎样改动都没有关系。",
    button: "选择新文件",
    signs: { other: "查看判断依据（{n} 项）" },
  },

  ledger: {
    read: { other: "已读取记录" },
    accepted: { other: "无误" },
    repaired: { other: "已自动更正" },
    rejected: { other: "需要修正" },
    leftOut: { other: "已排除" },
    setAside: { other: "不是销售" },
    setAsideLeftOut: { other: "不是销售，或您已排除" },
  },

  summary: {
    title: "有一个问题",
    titleSeveral: "有几个问题",
    item: { other: "{what}（{n} 处）" },
    itemFile: "{what}",
  },

  findings: {
    title: "检查结果",
    groups: {
      error: { title: "需要修正", lead: "这些问题使记录无法发送。您可以在这里打开记录并修正。" },
      warning: { title: "建议查看", lead: "这些不妨碍您继续。看看是否都如您所料。" },
      note: { title: "供您了解", lead: "这些不需要您处理。" },
    },
    leftOut: { title: "已排除", lead: "您排除了这些记录，它们不会发送。" },
    /** @type {Record<string, string>} */
    tags: { error: "需要修正", warning: "建议查看", note: "供您了解" },
    /** By what follows from it, where that says more. @type {Record<string, string>} */
    effectTags: { "sets-aside": "不计入", withholds: "不发送" },
    leftOutTag: "已排除",
    count: { other: "{n} 处" },
    wholeFile: "整个文件",
    allFiles: "所有文件合在一起",
    header: "列名",
    fix: "怎样处理：",
    columns: { other: "列：{list}" },
    places: "位置",
    caption: "所在位置：{what}",
    showPlaces: { other: "显示 {n} 处位置" },
    showFirst: "显示前 {shown} 处（共 {n} 处）",
    capped: "这里列出前 {shown} 处，共 {n} 处。",
    numbering: "记录的编号与电子表格的行号一致：列名是第 1 行。",
    record: "记录",
    column: "列",
    file: "文件",
    wholeRecord: "整条记录",
    action: "查看内容",
    open: "打开",
    close: "收起",
    openRecord: "打开记录 {record}",
    closeRecord: "收起记录 {record}",
    more: { other: "再显示 {n} 处" },
  },

  leaveOut: {
    title: "排除这些记录后继续",
    lead: "最好修正报告后重新检查，因为排除记录会漏掉它们的税。如果无法修正，可以排除它们。",
    button: { other: "排除这 {n} 条记录" },
    question: { other: "排除 {n} 条记录？" },
    consequence: "它们不会发送，也不会计税。随上传内容附带的清单会注明您排除了记录，以及排除了多少条。",
    confirm: { other: "确认排除 {n} 条记录" },
    keep: "不，返回",
  },

  record: {
    title: "记录 {record}",
    caption: "记录 {record} 的单元格",
    header: "列",
    text: "内容",
    empty: "空",
    marked: "看这里",
    stays: "留在这里",
    change: "修改",
    changeNamed: "修改 {column}",
    before: "报告中的原值：{text}",
    repaired: "已自动更正为 {text}",
    cellFits: "现在符合要求",
    candidates: "您要写的是不是",
    save: "保存并重新检查",
    takeBack: "撤回您输入的内容",
    leaveOut: "排除这条记录",
    leaveOutHint: "排除的记录不会发送，也不会计税。清单会注明您排除了多少条记录，您随时可以恢复。",
    takeIn: "恢复这条记录",
    isLeftOut: "您已排除这条记录，它不会发送。",
    nothing: "还没有任何修改。在标出的单元格里输入正确的内容。",
    wrong: "需要修正：{what}。",
    stillWrong: "还不符合要求：{what}。",
    fits: "这条记录现在符合要求。保存后才会计入。",
    fitsAsEdited: "这条记录经您修改后符合要求。",
    byItself: "这条记录本身可以使用。",
    setAside: "这条记录不计入：{what}。",
    privacy: "这是刚从您的文件中重新读取的，只给您看，没有发送。",
    loading: "正在读取记录 …",
    gone: "无法重新读取记录 {record}。检查之后，文件可能被移动或改动了：重新选择文件，即可查看其中的记录。",
  },

  changes: {
    title: "您所做的修改",
    edited: {
      what: "记录 {record}：您修改了 {columns}",
      whatIn: "{file} 的记录 {record}：您修改了 {columns}",
      back: "撤回",
      label: "撤回您对记录 {record} 的修改",
    },
    leftOut: {
      what: "记录 {record}：您已排除",
      whatIn: "{file} 的记录 {record}：您已排除",
      back: "恢复",
      label: "恢复：记录 {record}",
    },
    rejected: {
      what: "需要修正的记录：您已排除",
      back: "恢复",
      label: "恢复：需要修正的记录",
    },
    declined: {
      what: "保持原样：{what}",
      back: "还是更正",
      label: "还是更正：{what}",
    },
    more: { other: "还有 {n} 项" },
    last: "最近一次：{what}。",
    /** @type {Record<string, string>} */
    kinds: {
      answer: "您确认了一个事项",
      encoding: "您选择了编码",
      decline: "您选择了要哪些更正",
      edit: "您修改了一条记录",
      "left-out": "您排除或恢复了一条记录",
      "rejected-left-out": "您排除或恢复了需要修正的记录",
    },
    undo: "撤销最近一次修改",
  },

  repairs: {
    title: "已自动更正",
    lead: "只更正了仅有一种读法的内容。下方只显示更改的样式，不含原文：9 代表一个数字，A 和 a 代表字母，圆点代表空格。",
    count: { other: "{n} 个单元格" },
    declined: "保持原样",
    declinedLead: "您决定让这些单元格保持报告中的原样。如果单元格因此无法读取，它所在的记录就不会发送。",
    decline: "保持原样",
    declineNamed: "保持原样：{what}",
    accept: "还是更正",
    acceptNamed: "还是更正：{what}",
    caption: "已自动更正：{what}",
    before: "更正前",
    after: "更正后",
    nothing: "空",
  },

  columns: {
    title: "哪些会发送，哪些留在这里",
    titleCheckOnly: "如果上传，哪些会发送，哪些留在这里",
    titleNotReady: "届时哪些会发送，哪些留在这里",
    leaving: { other: "发送 {n} 列" },
    leavingLater: { other: "届时发送 {n} 列" },
    leavingLead: "只含计算销售税所需的内容，已清理并统一格式。",
    staying: { other: "{n} 列留在这台电脑上" },
    stayingLead: "计税用不到，所以绝不会上传。",
    stayingNone: "报告没有其他列。",
    payload: { other: "上传内容为 {n} 条销售明细，文件大小 {bytes}。" },
    manifest: "随附一份清单：数量、合计、留下的列的列名和校验和。清单不含您记录中的任何文字。",
    checksum: "校验和（分段 SHA-256）",
    download: "下载将要发送的内容",
  },

  skipped: {
    title: { other: "报告缺少一些列，有 {n} 项检查没有进行" },
    lead: "这没有什么问题。如果报告有这些列，还会检查：",
    columns: { other: "（需要列 {list}）" },
  },

  downloads: {
    title: "供您保存的文件",
    lead: "这些文件在这台电脑上生成，保存到您的“下载”文件夹，不会发送给任何人。",
    cleaned: {
      title: "清理后的销售数据",
      what: "将要发送的内容，可以用电子表格软件查看。会被电子表格软件当作公式运行的内容已标为文本。",
      button: "保存清理后的销售数据",
    },
    annotated: {
      title: "您的报告，每条记录旁注明问题",
      what: "包含您的所有列，最前面多一列，写明检查结果。会被电子表格软件当作公式运行的内容已标为文本。它和原报告一样含有买家信息：同样需要妥善保管。",
      button: "保存带注释的报告",
      buttonOf: "保存带注释的 {file}",
    },
    findings: {
      title: "检查结果列表",
      what: "每项结果的位置和处理方法，不含您记录中的任何文字。可以发给客服。",
      /** @type {Record<string, string>} */
      buttons: { "findings-csv": "保存为 CSV", "findings-json": "保存为 JSON", "findings-sarif": "保存为 SARIF" },
    },
    making: "正在生成文件 …",
    made: "文件已生成，在您的“下载”文件夹中。",
    /** In place of a sentence, for the places of a code that are not in the list. */
    more: "还有 {rest} 处没有列出，共 {all} 处。",
    unnamed: "文件 {number}",
    failed: "文件未能生成。检查之后，您的报告可能被移动或改动了：重新选择文件。",
  },

  totals: {
    title: "合计",
    lead: "发送之前，与卖家平台核对。金额按可发送的销售明细相加，精确到分。",
    currency: "{currency} 合计",
    noCurrency: "未注明货币的明细",
    by: {
      states: {
        show: { other: "按收货州：{n} 个州或国家/地区" },
        caption: "{currency} 合计，按收货州",
        first: "州",
        compare: "卖家平台没有这样的列表。Sales Tax Report（销售税报告）写明了每笔销售的州，您可以据此核对某一个州。",
      },
      months: {
        show: { other: "按月：{n} 个月" },
        caption: "{currency} 合计，按月",
        first: "月份",
        compare: "在卖家平台生成某一个月的汇总报告来核对。一笔销售按报告所写日期的月份计入；卖家平台按太平洋时间计算，所以月末最后一天午夜前后的销售可能算在相邻的月份。",
      },
      collectors: {
        show: { other: "按税款收取方" },
        caption: "{currency} 合计，按税款收取方",
        first: "收取方",
        compare: "商城代收的税由亚马逊缴给各州（代收代缴）。您自己收取的税由您申报。",
      },
      shipFrom: {
        show: { other: "按发货州：{n} 个州" },
        caption: "{currency} 合计，按发货州",
        first: "发货州",
        compare: "即运营中心所在的州。把这些州与您的 Inventory Event Detail（库存动作详情）报告对照：存有您库存的州，您可能需要申报。",
      },
    },
    /** @type {Record<string, string>} */
    collectors: { marketplace: "商城（代收代缴）", seller: "您", unknown: "报告未注明" },
    notSaid: "报告未注明",
    noPlace: "未写国家/地区",
    elsewhere: "{country}，无州",
    kind: "项目",
    amount: "金额",
    sales: "销售",
    refunds: "退款",
    together: "合计",
    orders: "订单",
    salesInAll: "销售总额（已减折扣）",
    discounts: "折扣总额",
    taxes: "税款总额",
    compare: "怎样与卖家平台核对",
    /** In the words of its summary of payments. @type {{ name: string, how: string, refunds?: boolean }[]} */
    comparisons: [
      { name: "在哪里查看", how: "在卖家平台的 Payments（付款）下，Reports Repository（报告库）里有 Summary（汇总报告）。按这份报告的日期生成。" },
      { name: "商品销售额", how: "对应“Product sales”（商品销售额）。按全部数量计算，未减折扣，不含税。" },
      { name: "运费、礼品包装费", how: "对应“Shipping credits”（运费抵免）和“Gift wrap credits”（礼品包装抵免）。买家为此支付的金额，不含税。" },
      { name: "折扣", how: "对应“Promotional rebates”（促销返点），那里带负号。这里是正数，没有从商品销售额中扣除。" },
      { name: "税", how: "对应“Product sales tax”（商品销售税）、“Shipping credits tax”（运费抵免税）和“Gift wrap credits tax”（礼品包装抵免税）。即向买家收取的税，不论由谁收取。" },
      { name: "退款", how: "对应“Product sale refunds”（商品退款）、“Shipping credit refunds”（运费抵免退款）等。两边都是负数。", refunds: true },
      { name: "订单", how: "每个订单编号只算一次，不论它有多少行、在多少个文件或月份里。" },
      { name: "销售明细", how: "货件中的每个商品算一条，所以比订单多。卖家平台没有这个数。" },
      { name: "商品件数", how: "对应“Quantity”（数量）。退款不减件数，因为退了款，商品也可能仍由买家保留。" },
      { name: "如果略有出入", how: "卖家平台按太平洋时间计算日期，并包含所有渠道的订单。所选日期首尾午夜前后的销售可能少算或多算；而亚马逊配送的报告里没有您自发货的订单。" },
    ],
    lines: "销售明细",
    units: "商品件数",
    item_amount: "商品销售额",
    item_tax: "商品税",
    shipping_amount: "运费",
    shipping_tax: "运费税",
    gift_wrap_amount: "礼品包装费",
    gift_wrap_tax: "礼品包装税",
    item_discount: "商品折扣",
    shipping_discount: "运费折扣",
  },

  map: {
    currency: "货币",
    title: "商品寄往哪里",
    choose: "各州显示什么",
    sales: "销售额",
    tax: "税",
    none: "没有销售",
    most: "寄往最多的地方",
    others: "不在图上的地方",
    note: "条越长、颜色越深，数值越大。方格中的数字为约数；下方表格列出全部数字，精确到分。",
    empty: { other: "有 {n} 个方格是空的，没有商品寄往那里。" },
    /** By the letters that the post has for them. @type {Record<string, string>} */
    forces: { AA: "美军，美洲", AE: "美军，欧洲及其他地区", AP: "美军，太平洋地区" },
  },

  months: {
    title: "逐月情况",
    choose: "各月显示什么",
    none: "没有销售",
  },

  calendar: {
    /** @type {Record<string, string>} */
    legend: { sold: "有销售", none: "没有销售", missing: "您的文件都不涵盖" },
    /** Said of a day to those who do not see its mark. @type {Record<string, string>} */
    days: { none: "没有销售", missing: "没有文件涵盖" },
    count: { other: "{n} 天中有 {sold} 天有销售" },
    more: { other: "{year} 年的其余 {n} 个月" },
    quiet: { other: "其间有 {n} 天没有销售：" },
    quietWhy: "如果那几天有销售，说明报告没有下载完整：重新下载涵盖所有日期的报告。",
  },

  samples: {
    show: { other: "查看 {n} 条记录：文件中的原样，以及发送的内容" },
    showLater: { other: "查看 {n} 条记录：文件中的原样，以及届时发送的内容" },
    lead: "这是刚从您的文件中重新读取的，只给您看。划掉的内容留在这台电脑上。",
    loading: "正在读取记录 …",
    gone: "无法重新读取这些记录。检查之后，文件可能被移动或改动了：重新选择文件，即可查看。",
    title: "记录 {record}",
    titleIn: "{file} 的记录 {record}",
    usual: "按原样发送",
    refund: "退款",
    column: "列",
    before: "在您的文件中",
    after: "发送的内容",
    afterLater: "届时发送的内容",
    stays: "留在这里",
    mended: "已自动更正",
    edited: "您所写的内容",
    nothing: "空",
    notItself: "只用于检查，本身不发送",
    keptBack: "不发送：看起来像个人信息",
    added: "根据这条记录得出",
    emptyStay: { other: "另有 {n} 列也留在这里，内容为空：{list}。" },
  },

  wrong: {
    why: "为什么不能用",
    instead: "应下载这份报告：{title}",
    way: "卖家平台中的操作步骤",
    button: "选择其他文件",
  },

  fault: {
    label: "我们这边或浏览器出了故障",
    why: "原因",
    fix: "怎样处理",
    file: "涉及的文件：{file}",
    goOn: "去掉这个文件，继续",
    safe: "您的报告没有改动，也没有发送任何内容。",
    again: "重试",
    choose: "重新选择文件",
    reload: "重新加载页面",
    support: "供客服参考",
    code: "消息",
    detail: "详情",
  },

  faults,
  codes: /** @type {Record<string, import("./en.js").CodeWords>} */ (catalogue.codes),
  reports: /** @type {Record<string, import("./en.js").ReportWords>} */ (catalogue.reports),
};
