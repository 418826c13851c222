import { choosePlace, isWithin } from "../choose-place";
import type { DraftPlaceRole, DraftType } from "../drafts";
import type { Span } from "../evidence-of";
import type { PlaceName } from "../find-places";
import type { Where } from "../happening";
import type { ReaderPlace } from "../reader-place";

/** A place with the words that tie it to an event: a Korean particle behind it, a Chinese preposition before it. */
export type EasternPlace = Span & { place: ReaderPlace; doubtful: boolean; tie: Tie };
export type Tie = "at" | "from" | "to" | "through" | null;

/** The places of a sentence: a container before a town is part of it, a list shares the tie of its last or first. */
export function findEasternPlaces(
  text: string,
  sentence: Span,
  names: readonly PlaceName[],
  countries: ReadonlyMap<string, number>,
  language: "ko" | "zh",
): EasternPlace[] {
  const found: EasternPlace[] = [];
  let container: Container | null = null;
  for (const name of names) {
    const around = { name: name.words, unit: unitOf(text, name), countries };
    const near: Container | null =
      container && NEXT_TO.test(text.slice(container.end, name.start)) ? container : null;
    const chosen = choosePlace(name.places, { ...around, within: near?.place ?? null });
    if (!chosen) continue;
    const inside: boolean =
      near !== null && chosen.place.kind !== "country" && isWithin(chosen.place, near.place);
    if (inside) found.pop();
    const start: number = inside && near ? near.start : name.start;
    found.push({
      start,
      end: name.end,
      ...chosen,
      tie:
        language === "ko"
          ? particle(text, name.end, sentence.end)
          : preposition(text, start, name.end, sentence.start),
    });
    container = { place: chosen.place, start, end: name.end };
  }
  shareTies(text, found, language);
  return found;
}

type Container = Span & { place: ReaderPlace };

/** What stands between a province and its town: nothing, a space or the province's unit. */
const NEXT_TO = /^(?:성|시|주|도|현|省|市|州|府)?[ 의的]?$/u;

function unitOf(text: string, { words, end }: PlaceName): "province" | "city" | null {
  const unit = `${words.slice(-1)}${text
    .slice(end, end + 2)
    .trim()
    .slice(0, 1)}`;
  if (/[성省州]|주$/u.test(unit)) return "province";
  return /[시市县縣현镇]/u.test(unit) ? "city" : null;
}

const KOREAN_TIE =
  /^(?:성|시|현|주|도|지역|공항|역)?(?: ?(?:등지|등|일대|인근|근처|외곽|교외|시내|국경|접경|지역|공항|현지))*(?:의)?(?: ?[가-힣]{1,8}){0,3}?(?<tie>에서|으로부터|로부터|을 통해|를 통해|을 통한|를 통한|을 거쳐|를 거쳐|으로|로|에)(?= |$|는|도|,|\.|의)/u;

const KOREAN_AGENT =
  /^(?:성|시)? ?(?:정부|당국|외교부|소식통|총영사관|대사관|단체|매체|언론|국적|출신|인권|주재|내 소식통|관계자|의 소식통|정보|공안부)/u;

function particle(text: string, end: number, limit: number): Tie {
  const behind = text.slice(end, Math.min(limit, end + 30)).split(/[,、.]/u)[0] ?? "";
  if (KOREAN_AGENT.test(behind)) return null;
  // "쿤밍 공안이": where the police are, there it happened.
  if (/^(?:성|시)? ?(?:공안|경찰|국경경비대|변방대|세관)/u.test(behind)) return "at";
  const tie = KOREAN_TIE.exec(behind)?.groups?.tie;
  if (tie === undefined) return null;
  if (/부터/.test(tie)) return "from";
  if (/통|거쳐/.test(tie)) return "through";
  return /로$/.test(tie) ? "to" : "at";
}

function preposition(text: string, start: number, end: number, limit: number): Tie {
  // 昆明警方, 孟都一家法院: where they are, there it happened.
  if (
    /^(?:省|市|县|州|镇)?(?:的)?(?:一家|当地)?(?:警方|公安|警察|法院|边防|边境巡逻)/u.test(
      text.slice(end, end + 10),
    )
  )
    return "at";
  // 四川省阿坝县三名僧人: those who live there.
  if (
    /^(?:省|市|自治区|州|地区)?(?:[\u4e00-\u9fff]{2,5}(?:县|市|州|镇|乡|村))?的?(?:[\d一二两三四五六七八九十数百]+)(?:余|多)?名/u.test(
      text.slice(end, end + 20),
    )
  )
    return "at";
  const before = text.slice(Math.max(limit, start - 8), start);
  if (/(?:从|從|自|由)[^，。]{0,4}$/u.test(before)) return "from";
  if (/(?:经由?|經由?|通过|通過|途经|取道)[^，。]{0,4}$/u.test(before)) return "through";
  if (/(?:回|到|至|往|前往|送往|返|给|交给|移交)[^，。]{0,2}$/u.test(before)) return "to";
  return /(?:在|于|於|位于)[^，。、]{0,6}$/u.test(before) ? "at" : null;
}

/** 칭다오와 쿤밍에서, 在图们、珲春和丹东: a list hangs on one tie. */
function shareTies(text: string, places: EasternPlace[], language: "ko" | "zh"): void {
  const joined = (a: EasternPlace, b: EasternPlace) =>
    /^(?:성|시|省|市)?(?:, ?|·|와 |과 |및 | 및 |、|和|及|与|與|以及|이나 )$/u.test(
      text.slice(a.end, b.start),
    );
  const order = language === "ko" ? places.toReversed() : places;
  for (let at = 1; at < order.length; at++) {
    const [known, next] = [order[at - 1]!, order[at]!];
    const inOrder = language === "ko" ? joined(next, known) : joined(known, next);
    if (inOrder && (next.tie === null || language === "ko")) next.tie = known.tie;
  }
}

const AT: Partial<Record<DraftType, DraftPlaceRole>> = {
  arrest: "arrest",
  detention: "held",
  transfer: "to",
  deportation: "through",
  release: "release",
  sentencing: "sentencing",
  death_in_custody: "death",
};

/** The place as one of an event of that type. */
export function easternWhere(
  { start, end, place, doubtful, tie }: EasternPlace,
  type: DraftType,
  expected: boolean,
): Where {
  const moves = type === "deportation" || type === "transfer";
  const at = type === "deportation" && place.kind === "country" ? "from" : (AT[type] ?? "arrest");
  const role: DraftPlaceRole =
    tie === "at" || !moves ? (tie === "to" && type === "arrest" ? "held" : at) : (tie ?? "through");
  const ahead: DraftPlaceRole =
    role === "from" ? "from" : role === "to" || role === "through" ? "expected_to" : "expected_at";
  return {
    start,
    end,
    role: expected ? ahead : role,
    country: place.countryId,
    subdivision: place.provinceId,
    locality: place.kind === "locality" ? place.nameEn : null,
    facility: place.kind === "facility" ? place.nameEn : null,
    doubtful,
  };
}
