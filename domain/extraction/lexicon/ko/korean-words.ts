import type { EasternWords } from "../../east/eastern-words";

/** 한국어 낱말: each line can be added to; "|" parts alternatives. */
export const KOREAN_WORDS: EasternWords = {
  people: [
    {
      words: "북한이탈주민|탈북민|탈북자|탈북 ?난민|탈북 ?여성|탈북 ?청소년|탈북 ?가족|탈북인",
      nationality: "KP",
      role: "seeking_refuge",
    },
    { words: "북한 ?(?:주민|사람|국적자|여성|노동자|출신)(?:들)?|북한인", nationality: "KP" },
    { words: "위구르(?:족|인|계)?(?: 주민| 난민)?", nationality: "CN", role: "seeking_refuge" },
    { words: "티베트인|티베트 난민", nationality: "CN", role: "seeking_refuge" },
    { words: "로힝야(?:족|인)?(?: 난민| 주민)?", role: "seeking_refuge" },
    {
      words:
        "아프가니스탄인|아프간인|아프간 ?(?:난민|이주민|주민|국적자)|아프가니스탄 ?(?:난민|이주민|국적자)",
      nationality: "AF",
    },
    { words: "시리아인|시리아 ?(?:난민|국적자)", nationality: "SY" },
    { words: "에리트레아인|에리트레아 ?(?:난민|국적자)", nationality: "ER" },
    { words: "미얀마인|미얀마 ?(?:난민|국적자|노동자)", nationality: "MM" },
    { words: "베트남인|베트남 ?(?:국적자|노동자)", nationality: "VN" },
    {
      words:
        "(?:조선족|중국인|중국 ?국적) ?(?:안내인|가이드|브로커|안내원|조력자|중개인|운전사)|조선족",
      nationality: "CN",
      role: "helper",
    },
    {
      words:
        "(?:한국인|한국 ?국적(?:의)?) ?(?:선교사|목사|활동가|조력자|안내인|브로커|중개인|가이드|인솔자)",
      nationality: "KR",
      role: "helper",
    },
    {
      words: "안내인|안내원|가이드|브로커|인솔자|조력자|선교사|목사|활동가|중개인",
      role: "helper",
    },
    { words: "한국인|한국 ?국민|한국 ?근로자|한국 ?국적자", nationality: "KR" },
    { words: "중국인|중국 ?국적자", nationality: "CN" },
    { words: "기자|언론인", role: "journalist" },
    { words: "시위대|시위 ?참가자|시위자", role: "protester" },
    { words: "선원|어민", role: "crew" },
    { words: "이주민|이주 ?노동자|불법 ?체류자|노동자|근로자", role: "migrant_worker" },
    { words: "난민|망명 ?신청자", role: "seeking_refuge" },
    { words: "일가족|가족", role: "family_member" },
    { words: "주민|사람|여성|남성|어린이|아동|아이|청소년|학생|수감자|구금자|일행|민간인|신도" },
  ],
  events: [
    {
      type: "deportation",
      words:
        "강제 ?북송|북송|강제 ?송환|송환|강제 ?추방|추방|강제 ?출국|인도(?=됐|되|된|될|했|하였)|신병 ?인도|돌려보내|돌려보냈|되돌려|인계|넘겨졌|넘겼|귀국 ?조치",
    },
    {
      type: "arrest",
      words: "발견(?=된 [^.]{0,12}명|돼 |됐)|끌려갔|끌려간|체포|붙잡|검거|연행|적발|나포|잡혔|잡힌",
    },
    { type: "transfer", words: "이송|옮겨졌|옮겨진|옮겨|이감|호송" },
    { type: "release", words: "석방|풀려났|풀려난|풀어줬|풀어주|훈방" },
    { type: "sentencing", words: "징역|실형|선고" },
    { type: "death_in_custody", words: "숨졌|숨진|사망", needsCustody: true },
    { type: "detention", words: "구금|억류|수감|수용|갇혀|갇힌|구류|감금" },
  ],
  stance: {
    anticipated:
      "것으로 (?:보|예상|전망|우려)|전망|우려|위기|위험|예정|가능성|앞두|[될할] 수 ?(?:있|도)|[될할] 처지|[될할] 것|[될할]지|불가피|임박|계획|방침|곧 (?:북송|송환|이송)",
    denied: "부인|사실이 아니|사실무근|하지 않았|되지 않았",
    unconfirmed: "확인되지 않|소문|풍문|설이",
    unreal:
      "촉구|요구|중단|말라|말 것|호소|막아|막기|요청|반대|규탄|하지 않도록|되지 않도록|하지 말|금지|노력|해 달라|해달라|협상|피하|면하|경우|만약|[되하]면|받으면",
    habitual:
      "통상|보통|정기적|간주|여기고|여긴다|협정|조약|정책|의정서|관행|일반적|매년|대체로|원칙|상습",
  },
  speech:
    "밝혔|말했|전했|보도했|주장했|알렸|발표했|설명했|증언했|밝힌|전한|말한|확인했|따르면|언급했|알려왔|통보했|성명",
  ambiguousPlaces: new Set([
    "지난",
    "선전",
    "시안",
    "지안",
    "하구",
    "임강",
    "중강",
    "삼봉",
    "연대",
    "상하",
    "서울",
    "대구",
    "나진",
    "용정",
    "삼합",
    "장백",
    "위해",
    "이란",
    "오만",
    "타이",
    "차드",
    "가나",
    "수단",
    "말리",
    "영국",
    "남양",
    "회령",
    "무산",
    "온성",
    "마감",
    "보고",
    "카르",
    "반",
  ]),
};
