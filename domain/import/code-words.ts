import { normaliseText } from "../search-text";
import type { MappingFieldName } from "./mapping-fields";
import { mappingField } from "./mapping-fields";
import { codeLike } from "./row-values";

/**
 * The code that a word in a table is likely to mean in a field, in English, Korean, Chinese or Russian; null = none.
 * A suggestion, to be looked at: what it is taken for stands in the mapping.
 */
export function suggestCode(field: MappingFieldName, text: string): string | null {
  const { codes = [] } = mappingField(field);
  const like = codeLike(text);
  if (codes.includes(like)) return like;
  const wanted = normaliseText(text);
  const found = Object.entries(CODE_WORDS[field] ?? {}).find(([, words]) => words.includes(wanted));
  return found?.[0] ?? null;
}

const CODE_WORDS: Partial<Record<MappingFieldName, Record<string, readonly string[]>>> = {
  event_type: {
    arrest: ["arrested", "apprehension", "체포", "被捕", "逮捕", "арест", "задержание"],
    detention: [
      "detained",
      "custody",
      "imprisonment",
      "구금",
      "억류",
      "拘留",
      "拘押",
      "заключение",
    ],
    transfer: ["transferred", "이송", "转移", "перевод"],
    interrogation: ["interrogated", "questioning", "심문", "审讯", "допрос"],
    charge: ["charged", "indictment", "기소", "起诉", "обвинение"],
    sentencing: ["sentenced", "sentence", "conviction", "선고", "判刑", "приговор"],
    deportation: [
      "deported",
      "removal",
      "repatriation",
      "forced repatriation",
      "refoulement",
      "expulsion",
      "송환",
      "강제송환",
      "북송",
      "추방",
      "遣返",
      "驱逐",
      "депортация",
      "выдворение",
    ],
    release: ["released", "석방", "释放", "获释", "освобождение"],
    escape: ["escaped", "탈출", "逃脱", "побег"],
    death_in_custody: ["died in custody", "death in detention", "смерть в заключении"],
    death: ["died", "killed", "사망", "死亡", "смерть", "гибель"],
    disappearance: [
      "disappeared",
      "missing",
      "enforced disappearance",
      "실종",
      "失踪",
      "исчезновение",
    ],
    hospitalisation: [
      "hospitalization",
      "hospitalised",
      "hospitalized",
      "입원",
      "住院",
      "госпитализация",
    ],
    resettlement: ["resettled", "정착", "安置"],
  },
  modality: {
    reported: ["confirmed", "확인", "已确认", "подтверждено"],
    unconfirmed: ["alleged", "unverified", "미확인", "未证实", "не подтверждено"],
    anticipated: ["expected", "planned", "at risk"],
    denied: ["부인", "否认", "отрицается"],
  },
  role: {
    seeking_refuge: [
      "refugee",
      "refugees",
      "asylum seeker",
      "asylum seekers",
      "defector",
      "defectors",
      "탈북자",
      "탈북민",
      "난민",
      "难民",
      "脱北者",
      "беженец",
    ],
    helper: ["guide", "broker", "activist", "브로커", "활동가"],
    family_member: ["family", "relative", "가족"],
    migrant_worker: ["worker", "labourer", "노동자", "劳工"],
    protester: ["protestor", "demonstrator", "시위자", "抗议者", "участник протеста"],
    journalist: ["reporter", "기자", "记者", "журналист"],
    crew: ["sailor", "seafarer", "선원", "船员"],
  },
  sex: {
    female: ["f", "w", "woman", "women", "여", "여성", "女", "女性", "ж", "женщина", "женский"],
    male: ["m", "man", "men", "남", "남성", "男", "男性", "м", "мужчина", "мужской"],
    mixed: ["both"],
  },
  age_band: {
    "0-17": ["minor", "child", "children", "미성년자", "아동", "儿童", "未成年", "ребенок"],
    "18+": ["adult", "성인", "成年", "взрослый"],
    "60+": ["elderly", "노인", "老人", "пожилой"],
  },
  status: {
    died: ["dead", "사망", "死亡"],
    disappeared: ["missing", "실종", "失踪"],
    deported: ["repatriated", "북송", "송환", "被遣返"],
    held: ["detained", "in custody", "imprisoned", "구금", "구금중", "在押"],
    released: ["free", "석방", "获释", "освобожден"],
    escaped: ["at large", "탈출"],
  },
};
