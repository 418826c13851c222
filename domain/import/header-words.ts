import type { MappingFieldName } from "./mapping-fields";

/** What columns are called in English, Korean, Chinese and Russian, as search compares text; the usual words, not all. */
export const HEADER_WORDS: Partial<Record<MappingFieldName, readonly string[]>> = {
  title: words("title, case title, headline, 제목, 标题, название, заголовок"),
  summary: words("summary, abstract, narrative, 요약, 개요, 摘要, 概要, резюме"),
  external_id: words(
    "id, incident id, event id, case id, case number, record id, uid, uuid, 번호, 사건번호, " +
      "编号, 案号, номер",
  ),
  left_out: words(
    "name, full name, first name, last name, surname, victim name, names, alias, " +
      "passport, passport number, id number, identity number, date of birth, birth date, " +
      "dob, phone, phone number, telephone, email, e mail, home address, 이름, 성명, 생년월일, " +
      "여권번호, 전화번호, 姓名, 出生日期, 护照号, 身份证号, 电话, имя, фио, фамилия, дата рождения, паспорт, " +
      "телефон",
  ),
  event_type: words(
    "event type, type of event, event, act, 사건유형, 사건 유형, 事件类型, тип события",
  ),
  modality: words("modality, certainty"),
  description: words(
    "description, details, notes, comment, comments, circumstances, remarks, " +
      "location description, type, subject, cause, route, 설명, 비고, 내용, 描述, 备注, 说明, " +
      "описание, комментарий, примечание, тип, тема",
  ),
  date: words(
    "date, incident date, event date, date of incident, date of event, date of arrest, " +
      "arrest date, 날짜, 일자, 일시, 발생일, 日期, 时间, дата",
  ),
  date_earliest: words(
    "date earliest, start date, date start, from date, date from, 시작일, 开始日期, " +
      "дата начала",
  ),
  date_latest: words(
    "date latest, end date, date end, to date, date to, 종료일, 结束日期, дата окончания",
  ),
  date_year: words("year, 연도, 년도, 年份, год"),
  date_month: words("month, 월, 月份, месяц"),
  date_day: words("day, 일, день"),
  country: words(
    "country, country of incident, country name, nation, iso2, 국가, 나라, 国家, страна",
  ),
  province: words(
    "province, state, region, admin1, adm1, oblast, 성, 도, 省, 省份, регион, область",
  ),
  place: words(
    "place, location, city, town, locality, village, facility, prison, admin2, 장소, 지역, " +
      "도시, 地点, 城市, место, город",
  ),
  place_from: words("departure, origin, from, transferred from, 출발지, 出发地, откуда"),
  place_to: words(
    "destination, to, transferred to, deported to, destination country, 목적지, 目的地, " + "куда",
  ),
  persons: words(
    "persons, people, dead missing, dead and missing, no dead missing, number of people, number of persons, count, total, victims, " +
      "number, 인원, 인원수, 명수, 人数, всего, количество, число людей",
  ),
  persons_low: words("persons low, low, minimum, min, low estimate, 최소, 最少"),
  persons_best: words("persons best, best, best estimate"),
  persons_high: words("persons high, high, maximum, max, high estimate, 최대, 最多"),
  role: words("role, victim type, 역할, роль"),
  nationality: words("nationality, citizenship, country of origin, 국적, 国籍, гражданство"),
  sex: words("sex, gender, 성별, 性别, пол"),
  age_band: words("age, age group, age band, 나이, 연령, 연령대, 年龄, возраст"),
  female: words(
    "female, females, women, no female, number of women, 여성, 女, 女性, женщин, женщины",
  ),
  male: words("male, males, men, no male, number of men, 남성, 男, 男性, мужчин, мужчины"),
  minors: words(
    "minors, children, no minors, number of children, 미성년자, 아동, 未成年人, 儿童, детей, дети, " +
      "несовершеннолетние",
  ),
  adults: words("adults, 성인, 成年人, взрослые"),
  persons_arrested: words("arrested, number arrested, 체포, 被捕, арестовано"),
  persons_detained: words("detained, number detained, 구금, 被拘留, задержано"),
  persons_deported: words(
    "deported, repatriated, number deported, 북송, 강제송환, 被遣返, депортировано",
  ),
  persons_released: words("released, number released, 석방, 获释, освобождено"),
  persons_died: words(
    "dead, deaths, died, killed, fatalities, no dead, number dead, 사망, 사망자, 死亡, 死亡人数, " +
      "погибло, погибшие",
  ),
  persons_disappeared: words("missing, disappeared, no missing, 실종, 失踪, пропало, пропавшие"),
  others_survived: words("survivors, no survivors, rescued, 생존자, 幸存者, выжившие"),
  helpers: words("helpers, brokers, guides"),
  families: words("families, households, 가족, 家庭, семей"),
  status: words("status, current status, custody status, outcome, 상태, 现状, статус"),
  status_date: words("status date"),
  source_publisher: words(
    "source, publisher, source name, newspaper, media, 출처, 언론사, 来源, источник",
  ),
  source_title: words("source title, article title, 기사제목"),
  source_url: words("url, link, source url, source link, links, 링크, 链接, 网址, ссылка"),
  source_published: words(
    "published, publication date, date published, source date, 보도일, 发布日期, " +
      "дата публикации",
  ),
  source_kind: words("source type, source kind"),
  source_language: words("source language, language"),
  source_reliability: words("source reliability, reliability"),
  quote: words("quote, quotation, excerpt, 인용, 引文, цитата"),
};

function words(list: string): string[] {
  return list.split(", ");
}
