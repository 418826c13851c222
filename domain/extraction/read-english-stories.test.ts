import { expect, test } from "vitest";
import { readGazetteer } from "../../db/gazetteer/read-gazetteer";
import { readArticle } from "./read-article";
import { toldInLines } from "./testing-told";

const places = readGazetteer();

/** A story in our own words, the day it came out, and what a coder takes from it. */
type Story = [name: string, published: string, text: string, told: string[]];

const stories: Story[] = [
  [
    "Syrians in Türkiye",
    "2023-07-12",
    `Turkish gendarmes rounded up 24 Syrians near the town of Reyhanli in Hatay province on Sunday, a monitoring group based in Gaziantep said.

The men had crossed the border on foot two nights before. Eleven of them were pushed back into Syria the next day, according to the group, while the other 13 are still being held at a removal centre in Kilis.

Turkey hosts more than three million Syrians and says that all returns are voluntary.`,
    [
      "arrest 2023-07-09 TR-31 TR-79 | 24 SY | detention reported",
      "deportation 2023-07-10 | 11 SY",
    ],
  ],
  [
    "Uighurs in Thailand",
    "2024-02-06",
    `Forty-three Uighurs held in an immigration detention centre in Bangkok since 2014 could be sent back to China at any time, their relatives fear.

In July 2015 Thailand deported 109 Uighurs to China. Another 173, most of them women and children, were allowed to go to Türkiye.

Rights groups have called on the Thai government not to deport the remaining detainees. A spokesman for the immigration bureau denied that a decision had been taken.`,
    ["at_risk anticipated undated TH-10 | 43 CN", "deportation 2015-07-01..2015-07-31 | 109 CN"],
  ],
  [
    "Afghans in Pakistan",
    "2023-11-04",
    `Police in the Pakistani city of Karachi arrested at least 120 undocumented Afghans in overnight raids on Friday, officials said on Saturday.

They were taken to a holding centre in the Sultanabad area and will be deported through the Chaman crossing.

In Rawalpindi, 64 Afghan families were loaded onto trucks and sent to the border on Thursday. Pakistan announced last month that all foreigners without papers must leave.`,
    [
      "arrest 2023-11-03 PK-SD | at least 120 AF | transfer reported, deportation anticipated",
      "deportation 2023-11-02 PK-PB | 64 families AF",
    ],
  ],
  [
    "migrants in Mexico",
    "2024-03-20",
    `Mexican immigration agents detained 312 migrants from Venezuela, Honduras and Haiti on two trains in the northern state of Chihuahua on Tuesday.

Among them were 45 children travelling without their parents. The agency said that 200 of those detained had been flown to Tapachula in the southern state of Chiapas.

On March 11, soldiers found 77 people, mostly Ecuadorians, in a trailer near Coatzacoalcos, Veracruz.`,
    [
      "arrest 2024-03-19 MX-CHH | 312 (45 0-17)",
      "transfer undated MX-CHP | 200",
      "arrest 2024-03-11 MX-VER | 77",
    ],
  ],
  [
    "protesters in Belarus",
    "2020-11-09",
    `Riot police in Minsk detained more than 900 people on Sunday as protesters marched against President Lukashenko for the thirteenth week running, the rights group Vyasna said.

Six journalists were arrested in Grodno the same day. Two of them were released a few hours later.

A court in Homel sentenced three demonstrators to 15 days in jail on Friday.`,
    [
      "arrest 2020-11-08 BY-HM | at least 900 (best 900)",
      "arrest 2020-11-08 BY-HR | 6 journalist",
      "release 2020-11-08 | 2 journalist",
      "sentencing 2020-11-06 BY-HO | 3 protester",
    ],
  ],
  [
    "Eritreans in Egypt",
    "2022-03-25",
    `Egypt deported 31 Eritrean asylum seekers, including eight children, on March 16 and 17, United Nations experts said.

The group was flown from Cairo to Asmara, where their fate is unknown. They had been arrested near Aswan in October 2021 and kept at a police station there.

More than 50 other Eritreans are at risk of being returned, the experts said.`,
    [
      "deportation 2022-03-16..2022-03-17 EG-C ER-MA | 31 ER (8 0-17) | arrest reported",
      "at_risk anticipated undated | at least 50 (best 50) ER",
    ],
  ],
  [
    "totals are no incidents",
    "2019-11-25",
    `Vietnamese border guards caught ten North Koreans in Lang Son province on November 23 and returned them to China, activists said.

So far this year at least 30 North Koreans have been arrested in Vietnam, the activists added.`,
    [
      "arrest 2019-11-23 VN-09 | 10 KP",
      "deportation 2019-11-23 | 10 KP",
      "arrest 2019-01-01..2019-11-25 | at least 30 KP",
    ],
  ],
  [
    "a denial",
    "2021-02-25",
    `Malaysia sent 1,086 Myanmar nationals home on three navy ships from Lumut on Tuesday, the immigration department said, hours after a court had ordered a halt.

The department denied that any Rohingya or asylum seekers had been deported. Amnesty International said that about 100 children were among those put on the ships.`,
    ["deportation 2021-02-23 MY-08 | 1086 MM (about 100 MM 0-17)"],
  ],
  [
    "Iranians and Georgians at a border",
    "2024-01-10",
    `Georgia expelled eleven Iranians on 29 December, the interior ministry in Tbilisi said.

In late November, border police at Batumi airport arrested a couple in their 60s and their two sons, all citizens of Turkmenistan.`,
    ["deportation 2023-12-29 | 11 IR", "arrest 2023-11-21..2023-11-30 GE-AJ | 2 60+, 2 0-17 male"],
  ],
  [
    "workers in the state of Georgia",
    "2025-09-08",
    `U.S. immigration agents arrested 475 people at a battery plant in Ellabell, Georgia, on Thursday, most of them South Korean nationals.

About 300 South Koreans are to be flown home on a chartered plane from Atlanta later this week, Seoul's foreign ministry said.`,
    [
      "arrest 2025-09-04 US-GA | 475",
      "at_risk anticipated 2025-09-08..2025-09-14 US-GA | about 300 KR",
    ],
  ],
  [
    "crossings between Rohingya and the navy",
    "2023-12-28",
    `Myanmar's navy intercepted a boat carrying between 150 and 170 Rohingya off the coast of Ayeyarwady region last Friday, residents said.

About two dozen of the passengers were children. All of them were handed over to police in Labutta.

Four men accused of being smugglers were also arrested.`,
    ["arrest 2023-12-22 MM-07 | 150-170 (about 24 0-17), 4 helper"],
  ],
  [
    "a death and a sentence",
    "2018-05-16",
    `A North Korean woman in her 40s died in custody at a detention centre in Tumen in early May, a source in Yanji said.

Two South Korean pastors who had sheltered refugees were sentenced to five years in prison by a court in Dandong last month.`,
    [
      "death_in_custody 2018-05-01..2018-05-10 CN-JL | 1 KP 18-59",
      "sentencing 2018-04-01..2018-04-30 CN-LN | 2 KR helper",
    ],
  ],
  [
    "policy and habit alone",
    "2022-06-01",
    `China treats North Koreans as economic migrants and routinely sends them back. Anyone caught near the border can be held for months.

Human rights groups urged Beijing to release the detainees. South Korea said it would accept all defectors who want to come.

A law passed in 2014 allows the police to detain foreigners for up to 60 days. Under a treaty of 1986 both sides return illegal migrants.`,
    [],
  ],
  [
    "New Year's roll-back",
    "2020-01-06",
    `Mongolian police arrested five North Koreans in the border town of Zamyn-Uud on December 30, and four more on January 2, an aid group said.

They will be handed over to the Chinese authorities on Friday.`,
    [
      "arrest 2019-12-30 MN-063 | 5 KP | deportation anticipated",
      "arrest 2020-01-02 | 4 KP | deportation anticipated",
    ],
  ],
  [
    "Cubans, Jordan and a first name",
    "2024-08-19",
    `Jordan Peters, a lawyer in Miami, said that 14 Cubans arrested in Florida in June were deported to Havana on August 15.

Immigration officers took another eight Cubans into custody in Orlando last week.`,
    [
      "deportation 2024-08-15 | 14 CU | arrest reported",
      "arrest 2024-08-12..2024-08-18 US-FL | 8 CU",
    ],
  ],
  [
    "two reports of one group",
    "2017-11-30",
    `Ten North Koreans, including a four-year-old boy, were detained in Shenyang earlier this month and were sent back across the border at Dandong on November 17, the father of the boy told the BBC.

The ten had hidden in a house in the suburbs of Shenyang. He said that his wife and son had been moved to Sinuiju.`,
    [
      "arrest 2017-11-01..2017-11-30 CN-LN | 10 KP (1 0-4 male)",
      "deportation 2017-11-17 CN-LN | 10 KP (1 0-4 male)",
    ],
  ],
];

test.each(stories)("%s", (_, published, text, told) => {
  expect(toldInLines(readArticle({ text, published, language: "en", places }))).toEqual(told);
});
