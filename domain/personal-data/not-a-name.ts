const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/**
 * English words, lower case, that make a run of capitalised words something other than a person:
 * organisations, offices, places, papers, months, days, peoples. Job titles before a name are in `ROLES`.
 */
export const NOT_A_NAME = words(`
  ministry department bureau office agency authority authorities police security service services army corps
  brigade division unit command guard guards border party congress assembly parliament council committee
  commission court tribunal cabinet government state states national international united nations union
  university college institute school academy hospital church mission temple mosque foundation fund trust
  centre center camp prison jail detention facility station airport port bridge road street avenue lane square
  park river lake sea ocean island islands mount mountain mountains valley bay gulf strait peninsula desert
  province prefecture county district city town township village region republic kingdom federation territory
  oblast krai autonomous north south east west northern southern eastern western central upper lower new old
  news times post daily weekly herald journal tribune press radio television broadcasting agency media voice
  human rights watch amnesty freedom house refuge refugee refugees migration aid relief solidarity worldwide
  network alliance association society group organisation organization league movement project programme
  program campaign initiative coalition federation international crescent cross mission justice justice
  convention protocol treaty agreement act law code article decree resolution report paper review bulletin
  statement declaration charter index survey database white blue house
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
  chinese korean russian thai lao vietnamese burmese japanese american british afghan pakistani turkish
  mongolian kazakh uzbek tajik uyghur uighur rohingya syrian iraqi egyptian european asian african
  north-korean south-korean christian muslim buddhist catholic protestant general golden triangle
  special deputy foreign prime supreme high higher public affairs administration commissioner rapporteur
  embassy consulate mission group team company corporation bank limited ltd inc gmbh line control
  war day days week year month the this that these those they there then their his her its our your he she it we
  you i a an in on at by of for from with and or but if as to no not one two three four five six seven eight
  nine ten all some both each most many few after before during since until when where while who what which why
  how according among between about around over under near more than also only its see contact call case date
  unit number room building birth passport identity signal text source sources officers staff men women children
  claim claims groups quoted locator credibility coordinates rows camp flight train source`);

/** Words for what somebody does or is to somebody, lower case, that a name may follow. */
export const ROLES = words(`
  pastor missionary lawyer attorney guide broker driver interpreter translator student activist journalist
  reporter teacher nurse doctor priest bishop reverend father mother brother sister husband wife son daughter
  aunt uncle cousin grandmother grandfather neighbour neighbor witness defector escapee detainee prisoner
  named called professor colonel captain sergeant defendant petitioner`);

export const HONORIFICS = words("mr mrs ms miss mx dr sir madam mme prof rev");

/** Hangul words of three and more syllables that begin like a surname and are none. */
export const NOT_A_HANGUL_NAME = words(`
  이주민 임산부 노동자 안내인 안내원 조선족 선교사 한국인 한족들 유학생 변호사 남학생 여학생 고등학생 중학생 주민들 여성들 남성들 인솔자 공무원
  조선인 이민자 구금자 구속자 송환자 지원자 지도자 신고자 제보자 연구원 경비원 국경대 보위원 안전원 조사관 고령자 미성년 임신부 신생아 유가족
  이산가족 한부모 김정숙 김형직 김형권 김일성 위원장 이사장 지부장 국장님 원장님 사장님 주인공 하나원 서울시 정치범 성인들 소수민족 방문자 전문가
  국회의원 도지사 시도지사 구의원 시의원 진행자 현지인 외국인 기독교 천주교 공동체 이용자 석방자 우리들 여러분`);

/** Counties that bear a person's name. */
export const COUNTIES_NAMED_FOR_PEOPLE = words("김정숙군 김형직군 김형권군");

/** Han words that begin like a surname and are none. */
export const NOT_A_HAN_NAME =
  /^(?:任何|任职|任命|高级|高等|马上|方法|方面|文件|文化|白天|金融|金额|常务|常见|江西|江苏|石家|钱款|余下|温家|史上|何时|何种|于是|于同|于其|曾经|曾任|曾在|易于|段落|万人|东方|武装|武警|康复|夏天|田地|林业|黄河|丁目|程序|严重|严厉|龙井|白山|金华|马鞍|张家)/u;
