import fc from "fast-check";
import { describe, expect, it } from "vitest";
import messages from "../../messages/en.json";
import { findPersonalData } from "./find-personal-data";
import { labelledCases } from "./fixture/labelled-cases";
import { type Measure, measureGuard } from "./fixture/measure-guard";
import { MARK_KINDS, MARK_REASONS } from "./mark";
import { nameKey } from "./name-key";

const cases = labelledCases();
const BLOCKING = MARK_KINDS.filter((kind) => kind !== "name" && kind !== "address");

function recallOf({ kinds }: Measure, of: readonly (typeof MARK_KINDS)[number][]): number {
  const sum = (side: "held" | "found") => of.reduce((total, kind) => total + kinds[kind][side], 0);
  return sum("found") / sum("held");
}

/** The table that docs/decisions/0006-personal-data-guard.md shows. */
function report(title: string, measure: Measure): void {
  const rows = MARK_KINDS.map((kind) => {
    const { held, found, cleanMarked } = measure.kinds[kind];
    return `| ${kind} | ${held} | ${found} | ${((100 * found) / held).toFixed(1)} % | ${cleanMarked} |`;
  });
  const { clean, cleanBlocked, cleanMarked } = measure;
  console.warn(
    [
      `${title}: of ${clean} clean sentences ${cleanBlocked} blocked, ${cleanMarked} marked at all`,
      "| kind | labelled | found | recall | false alarms |",
      "|---|---|---|---|---|",
      ...rows,
    ].join("\n"),
  );
}

describe("the guard, measured on labelled sentences", () => {
  const all = measureGuard(cases, findPersonalData);
  const heldOut = measureGuard(
    cases.filter((each) => each.heldOut),
    findPersonalData,
  );

  it("has at least 300 sentences that hold personal data and 300 that do not, each once", () => {
    expect(cases.filter(({ expected }) => expected.length > 0).length).toBeGreaterThanOrEqual(300);
    expect(cases.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(
      300,
    );
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
    expect(cases.filter((each) => each.heldOut).length / cases.length).toBeGreaterThan(0.2);
  });

  it("finds 98 of 100 numbers and contacts, and as many of every kind of them", () => {
    report("All", all);
    expect(recallOf(all, BLOCKING)).toBeGreaterThanOrEqual(0.98);
    for (const kind of BLOCKING)
      expect([kind, recallOf(all, [kind]) >= 0.98]).toEqual([kind, true]);
  });

  it("blocks at most 5 of 100 clean sentences, and marks at most 5 of 100 at all", () => {
    expect(all.cleanBlocked / all.clean).toBeLessThanOrEqual(0.05);
    expect(all.cleanMarked / all.clean).toBeLessThanOrEqual(0.05);
  });

  it("finds nine of ten labelled names and addresses", () => {
    expect(recallOf(all, ["name"])).toBeGreaterThanOrEqual(0.9);
    expect(recallOf(all, ["address"])).toBeGreaterThanOrEqual(0.9);
  });

  it("does nearly as well on the quarter that was held out", () => {
    report("Held out", heldOut);
    expect(recallOf(heldOut, BLOCKING)).toBeGreaterThanOrEqual(0.95);
    expect(heldOut.cleanBlocked / heldOut.clean).toBeLessThanOrEqual(0.05);
    expect(heldOut.cleanMarked / heldOut.clean).toBeLessThanOrEqual(0.05);
  });
});

/** Kind and words of every mark. */
function marked(text: string, options?: Parameters<typeof findPersonalData>[1]): string[] {
  return findPersonalData(text, options).map(({ kind, text: words }) => `${kind} ${words}`);
}

describe("a mark", () => {
  it("stands where the text as given has it, whatever its digits, spaces and unseen characters", () => {
    const text = "연락처는\u00a0０１０\u200b－\u2060００００－４８２１, 끝";
    const [mark] = findPersonalData(text);
    expect(mark).toEqual({
      kind: "phone",
      start: 5,
      end: 20,
      text: "０１０\u200b－\u2060００００－４８２１",
      severity: "block",
      why: "phone_national",
    });
    expect(text.slice(mark!.start, mark!.end)).toBe(mark!.text);
  });

  it("has words for its kind and its reason, and there are none without use", () => {
    expect(Object.keys(messages.personalData.kind).sort()).toEqual([...MARK_KINDS].sort());
    expect(Object.keys(messages.personalData.why).sort()).toEqual([...MARK_REASONS].sort());
  });

  it("is made by every rule there is", () => {
    const texts = [
      ...cases.map(({ text }) => text),
      "The aunt, Zeyra Tovmasian, waited in Yanji.",
      "820-12C00345",
    ];
    const made = new Set(texts.flatMap((text) => findPersonalData(text).map(({ why }) => why)));
    expect([...made].sort()).toEqual([...MARK_REASONS].sort());
  });
});

describe("numbers", () => {
  it.each([
    ["2010-2014", "1,200 to 1,500 people in 2010-2014"],
    ["a day", "arrested on 2014-07-15, moved 15.07.2014 - 17.07.2014"],
    ["an amount", "a fine of 1 000 000 yuan, phone bills of 12 345 678 won"],
    ["a reference", "INC-7K2MQ9XD, log 20140715-143000-0017, ISBN 978-0-00-000000-2"],
    ["a part of a link", "https://example.org/a/13800000417?tel=010-0000-1234"],
    ["coordinates", "contact was lost at 42.9656, 129.8420"],
    ["a card whose day does not exist", "990101198813051280"],
    ["a card whose last digit is wrong", "990101198803051281"],
  ])("marks nothing in %s", (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it("marks a card with a wrong last digit where it is called one", () => {
    expect(marked("身份证号990101198803051281")).toEqual(["identity_number 990101198803051281"]);
  });

  it.each([
    ["phone 010-1234\n5678", "010-1234\n5678"],
    ["phone 010/1234/5678", "call 010/1234/5678."],
    ["phone 010·1234·5678", "연락은 010·1234·5678로"],
    ["phone 138·1234·5678", "她的138·1234·5678"],
    ["phone 010,1234,5678", "010,1234,5678"],
    ["phone +82 10/1234/5678", "+82 10/1234/5678"],
    ["phone 一三八一二三四五六七八", "电话一三八一二三四五六七八"],
    ["phone 一三八 一二三四 五六七八", "手机号码是：一三八 一二三四 五六七八。"],
    ["phone 09-123456789", "09-123456789 (mobile)"],
    ["phone 191-123-4567", "191-123-4567 (phone)"],
    ["phone 09-123456789", "ဖုန်း 09-123456789"],
    ["phone 1234567", "text me at 1234567"],
    ["identity_number 820-12C00345", "UNHCR file 820-12C00345 was closed"],
    ["identity_number 123-45C67890", "123-45C67890"],
    ["passport 4510 номер 123456", "серия 4510 номер 123456"],
    ["birth_date 1988/3/3", "birth: 1988/3/3"],
    ["birth_date 1988年三月三日", "1988年三月三日出生"],
    ["birth_date 1988-03-03", "1988-03-03 (birth)"],
  ])("finds %j", (found, text) => {
    expect(marked(text).map((mark) => mark.replace("  ", " "))).toEqual([found]);
  });

  it.each([
    ["a text that is no message", "The text 1234567 was withdrawn. Full text: resolution 1234567."],
    [
      "amounts and years",
      "+1,200,000,000 won in 2013/2014/2015, pages 138, 1390, 1402 or 138,1390,1402, 138/1390/1402",
    ],
    ["a column of numbers", "138\n1390\n1402"],
    ["what is born of another thing", "She gave birth: 15 July 2014 was too late."],
    ["few Chinese numerals", "手机一百二十三部，电话一二三"],
  ])("marks nothing in %s", (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it("finds the numbers of countries it is asked for", () => {
    expect(marked("091 000 0012", { regions: ["LY"] })).toEqual(["phone 091 000 0012"]);
    expect(marked("091 000 0012", { regions: [] })).toEqual([]);
  });

  it("takes a date for a birth only beside a word for birth, and only to the day", () => {
    expect(marked("born on 5 March 1988")).toEqual(["birth_date 5 March 1988"]);
    expect(marked("born in March 1988")).toEqual([]);
    expect(marked("born in 1988; arrested on 5 March 2014")).toEqual([]);
    expect(marked("born in Musan and arrested on 5 March 2014")).toEqual([]);
  });
});

describe("accounts and addresses", () => {
  it.each([
    ["handle kimfree", "微信kimfree"],
    ["handle kimfree88", "VX: kimfree88"],
    ["handle kimfree88", "加V kimfree88"],
    ["handle kim.free", "fb: kim.free"],
    ["handle kim.free", "IG kim.free"],
    ["handle kimfree", "카톡 kimfree"],
    ["handle kimfree", "카톡 kimfree. 끝"],
    ["handle kim#1234", "discord kim#1234"],
    ["handle bsky.app/profile/kim.example", "bsky.app/profile/kim.example"],
    ["handle tg://resolve?domain=kimfree", "tg://resolve?domain=kimfree"],
    ["handle telegram.dog/kimfree", "telegram.dog/kimfree"],
    ["handle kimfree", "line id: kimfree"],
    ["email kim @ example . com", "kim @ example . com"],
    ["email kim@\nexample.com", "kim@\nexample.com"],
    ["email kim\n@example.com", "写信kim\n@example.com"],
    ["email kim AT example DOT com", "kim AT example DOT com"],
    ["email kim@例子.中国", "写信kim@例子.中国联系"],
    ["email kim골뱅이example.com", "kim골뱅이example.com"],
    ["email kim 골뱅이 네이버 닷 컴", "kim 골뱅이 네이버 닷 컴으로"],
  ])("finds %j", (found, text) => {
    expect(marked(text)).toEqual([found]);
  });

  it.each([
    "Some went on line: reports followed.",
    "They used 微信 daily.",
    "微信app被监控",
    "텔레그램 channel",
    "IG Farben and FB: reports of 2014",
    "大V在微博2014",
    "He met us @ home. In May he left.",
  ])("marks nothing in %j", (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe("names", () => {
  it("are only warned of", () => {
    expect(findPersonalData("Kim Chol-su (34)")).toMatchObject([
      { kind: "name", text: "Kim Chol-su", severity: "warn" },
    ]);
  });

  it("are not what is known as a place or a publisher, alone or as the end of one", () => {
    const notNames = new Set(
      ["Lang Son", "白俄罗斯", "Stephen Kim Press", "Ho Chi Minh City"].map(nameKey),
    );
    expect(marked("Held in Ho Chi Minh City.", { notNames })).toEqual([]);
    expect(marked("Held in Ho Chi Minh Cityscape.", { notNames })).toEqual(["name Ho Chi"]);
    expect(marked("Lang Son (12)")).toEqual(["name Lang Son"]);
    expect(marked("Lang Son (12)", { notNames })).toEqual([]);
    expect(marked("白俄罗斯(12)", { notNames })).toEqual([]);
    expect(marked("罗斯(12)", { notNames })).toEqual(["name 罗斯"]);
  });

  it("go on to their last word", () => {
    expect(marked("Daniel Hargreave Whitcombe was expelled")).toEqual([
      "name Daniel Hargreave Whitcombe",
    ]);
  });

  it("are no squares, universities or ministries", () => {
    expect(marked("Kim Il Sung Square and Daniel Webster University")).toEqual([]);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."0 1 ٠ １ - . ( ) + @ : / 010-0000-1234 +86 tel 电话 ID 身份证 passport 여권 born 생년월일 1990-01-01 1990년 WeChat 微信号 t.me/a https://a Kim Chol-su Mr 김철수 씨 王某 先生 Иванович г-н السيد أحمد Aa A. 路 号 로 \u200b \u0301 ﷺ ㍿ 😀 \ud800"
      .split(" ")
      .concat(" ", "\n"),
  );
  const anyText = fc
    .array(fc.nat({ max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units));
  const hostile = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));

  it("gives marks in order, apart from each other, that say what stands in the text", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, anyText), (text) => {
        let at = 0;
        for (const { start, end, text: words } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(words);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it("is read to its end however hostile it is, where time that grew faster than its length would take hours", () => {
    const seed = fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
    const length = 200_000;
    fc.assert(
      fc.property(fc.oneof(seed, fc.string({ minLength: 1, maxLength: 3 })), (piece) => {
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        for (const { end } of findPersonalData(text)) expect(end).toBeLessThanOrEqual(length);
      }),
      { numRuns: 25 },
    );
  });
});
