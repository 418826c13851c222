import type { EasternWords } from "../../east/eastern-words";

/** 中文词表：simplified and traditional; each line can be added to, "|" parts alternatives. */
export const CHINESE_WORDS: EasternWords = {
  people: [
    {
      words:
        "脱北者|脫北者|朝鲜难民|朝鲜人|朝鲜公民|朝鲜妇女|朝鲜逃亡者|北韩难民|北韓難民|朝鲜籍(?:人员|女子|男子|人士)?|朝鲜劳工|北韩人|北韓人",
      nationality: "KP",
      role: "seeking_refuge",
    },
    {
      words: "维吾尔(?:族人|族|人)?(?:难民)?|維吾爾(?:族人|族|人)?",
      nationality: "CN",
      role: "seeking_refuge",
    },
    { words: "藏人|藏族(?:人|青年|僧人|居民|男子|女子|学生|牧民)?|流亡藏人", nationality: "CN" },
    { words: "罗兴亚(?:人|难民|族人)?|羅興亞人?", role: "seeking_refuge" },
    { words: "阿富汗(?:人|难民|移民|公民|国民)", nationality: "AF" },
    { words: "叙利亚(?:人|难民|公民)", nationality: "SY" },
    { words: "缅甸(?:人|难民|公民|国民|籍人员)", nationality: "MM" },
    { words: "厄立特里亚(?:人|难民)", nationality: "ER" },
    { words: "越南(?:人|籍人员|公民)", nationality: "VN" },
    {
      words: "(?:韩国|韩国籍|韩籍)(?:传教士|牧师|活动人士|中间人|向导|蛇头)",
      nationality: "KR",
      role: "helper",
    },
    { words: "(?:韩国籍|韩籍)(?:男子|女子|人士|人员)?", nationality: "KR" },
    { words: "(?:越南|越)籍(?:男子|女子|人士|劳工)", nationality: "VN" },
    { words: "(?:缅甸|缅)籍(?:男子|女子|人士|劳工)", nationality: "MM" },
    {
      words: "中国(?:籍)?(?:向导|中间人|蛇头|司机)|朝鲜族(?:向导|男子|中间人)",
      nationality: "CN",
      role: "helper",
    },
    {
      words: "向导|带路人|中间人|掮客|蛇头|协助者|传教士|牧师|志愿者|活动人士|协助他们的人",
      role: "helper",
    },
    { words: "韩国(?:人|公民|国民|籍人员|工人)", nationality: "KR" },
    { words: "中国(?:人|公民|国民|籍人员)", nationality: "CN" },
    { words: "记者|記者|新闻工作者", role: "journalist" },
    { words: "示威者|抗议者|示威民众", role: "protester" },
    { words: "船员|渔民", role: "crew" },
    { words: "难民|難民|寻求庇护者|逃亡者", role: "seeking_refuge" },
    { words: "工人|劳工|移民|非法移民|非法移民者", role: "migrant_worker" },
    { words: "家属|家人", role: "family_member" },
    {
      words:
        "人|妇女|女子|男子|女性|男性|儿童|孩子|居民|公民|平民|被捕者|被拘留者|外国人|村民|学生|僧人|僧侣|尼姑|青年|作家|律师|教师|乘客|成员|信徒",
    },
  ],
  events: [
    {
      type: "deportation",
      words:
        "强制遣返|強制遣返|遣返|遣送|驱逐出境|驱逐|驅逐|送回|押回|引渡|移交给?(?:中国|朝鲜|朝方|中方|越南|缅甸|泰国|老挝)|(?:交给|交还)(?:中国|朝鲜|朝方|中方)|遣送回国|递解出境",
    },
    {
      type: "arrest",
      words: "被捕|逮捕|抓获|抓獲|抓捕|拘捕|扣押|扣留|截获|拘留|抓走|落网|捕获|带走",
    },
    { type: "detention", words: "关押|關押|羁押|拘押|(?<![年月])监禁|囚禁|收容" },
    { type: "transfer", words: "转押|转移|轉移|移送|押送|转往|移交|转送" },
    { type: "release", words: "获释|獲釋|释放|釋放" },
    { type: "sentencing", words: "判处|判處|判刑|获刑|被判" },
    { type: "death_in_custody", words: "死亡|身亡|去世|死于", needsCustody: true },
  ],
  stance: {
    anticipated:
      "(?<![曾已])(?:将|將)(?![约約]?[\\d一二三四五六七八九十百数两]|[其他她这該该约約至])|可能|面临|面臨|恐|即将|预计|担心|擔心|或(?:将|会|被)|危险|会被|随时|准备|计划|打算|威胁|等待",
    denied: "否认|否認|没有|沒有|并未|未曾|从未|尚未|不属实",
    unconfirmed: "未经证实|未經證實|传闻|据传|疑似",
    unreal:
      "呼吁|呼籲|敦促|要求|不要|停止|应当|应该|如果|如若|倘若|，若|拒绝|反对|避免|阻止|防止|寻求|争取|谴责|一旦|禁止|不得|是否|试图|抗议",
    habitual:
      "通常|经常|一贯|往往|视为|視為|政策|条约|條約|协定|协议|每年|定期|惯例|一直将|依法|一向",
  },
  speech:
    "表示|说|說|称|稱|指出|透露|报道|報道|報導|宣布|证实|告诉|告訴|披露|声明|发表|公布|通报|写道|指称",
  ambiguousPlaces: new Set([
    "南平",
    "河口",
    "三合",
    "中江",
    "会宁",
    "万象",
    "南阳",
    "长白",
    "清水",
    "东方",
    "中央",
    "北部",
    "南部",
    "西部",
    "东部",
    "上海合作",
  ]),
};
