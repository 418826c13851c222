import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChartFiles } from "../../components/chart-files";
import { CHART_KINDS, datedBars, highestBar } from "../../components/charts/dated-bars";
import { CompareForm } from "../../components/compare-form";
import { ComparisonTable } from "../../components/comparison-table";
import { DateChart } from "../../components/date-chart";
import { FilterChips } from "../../components/filter-chips";
import { IssuesNotice, Notice } from "../../components/ui/notice";
import { PageSection } from "../../components/ui/page-section";
import { UnitSwitch } from "../../components/unit-switch";
import { compareIncidents } from "../../db/queries/compare-incidents";
import { listCountries } from "../../db/queries/list-countries";
import { listProvinces } from "../../db/queries/list-provinces";
import { askedDays, withDates } from "../../domain/asked-days";
import { serializeComparison, sharedFields } from "../../domain/comparison";
import { describeIncidentFilter, filterChips } from "../../domain/describe-incident-filter";
import { provinceName } from "../../domain/filter-names";
import {
  emptyIncidentFilter,
  FILTER_NAMES,
  type FilterName,
  type IncidentFilter,
  isTooLongToRepeat,
  withoutFields,
} from "../../domain/incident-filter";
import { daysBetween } from "../../domain/partial-date";
import { currentReader } from "../_server/reader";
import { type PageSearchParams, toSearchParams } from "../_server/search-params";
import { filteredAddress } from "../incidents/addresses";
import { readComparison } from "./read-comparison";

type Props = { searchParams: PageSearchParams };

/** What the form asks of each side by itself. */
const IN_FORM: FilterName[] = ["province", "from", "to", "dates"];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("compare");
  return { title: t("title") };
}

export default async function ComparePage({ searchParams }: Props) {
  const [{ store, actor }, t, locale] = await Promise.all([
    currentReader(),
    getTranslations(),
    getLocale(),
  ]);
  const params = toSearchParams(await searchParams);
  const filled = new URLSearchParams([...params].filter(([, value]) => value !== ""));
  if (filled.size !== params.size) redirect(filled.size === 0 ? "/compare" : `/compare?${filled}`);

  const { filters, by, names, issues } = await readComparison(store, actor, params);
  const today = new Date().toISOString().slice(0, 10);
  const countries = await listCountries(store, actor);
  const provinces = await listProvinces(store, actor);
  const shared = sharedFields(filters);
  const isSame = shared.length === FILTER_NAMES.length;
  const isLong = filters.some(isTooLongToRepeat);
  const sides =
    isSame || isLong ? null : await compareIncidents(store, actor, filters, { by, today });
  const kept: [string, string][] = by === null ? [] : [["by", by]];
  const address = (both: readonly [IncidentFilter, IncidentFilter], more = kept) =>
    `/compare?${new URLSearchParams([...serializeComparison(both), ...more])}`;
  const list = (filter: IncidentFilter) => filteredAddress("/incidents", filter);
  const words = { names, locale, say: t };
  const own = FILTER_NAMES.filter((name) => !shared.includes(name));
  const both = withoutFields(filters[0], own);
  const parts = filterChips({ ...both, invalid: [] }, words).map(({ name, text, without }) => {
    const next = withShared(filters, shared, without);
    return { name, text, href: next.some(isTooLongToRepeat) ? null : address(next) };
  });
  const labelOf = (filter: IncidentFilter) => {
    const sentence = describeIncidentFilter(withoutFields(filter, shared), words);
    return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
  };
  const labels = [labelOf(filters[0]), labelOf(filters[1])] as const;
  const [first, second] = filters.map(lengthOf);
  const unit = sides?.find(({ dated }) => dated !== null)?.dated?.span.unit;

  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("compare.title")}</h1>
          <p className="muted mt-1">{t("compare.intro")}</p>
        </div>
        {sides && (
          <div className="page-actions no-print">
            <Link className="btn" href={address([filters[1], filters[0]])} prefetch={false}>
              {t("compare.swap")}
            </Link>
          </div>
        )}
      </div>
      <div className="my-3.5 grid gap-2.5">
        <IssuesNotice issues={issues} />
        <CompareForm
          countries={countries}
          filters={filters}
          kept={[...[...serializeComparison(withoutForm(filters))], ...kept]}
          key={params.toString()}
          names={Object.fromEntries(
            [...names.provinces.keys()].map((code) => [code, provinceName(code, names, t)]),
          )}
          provinces={provinces}
        />
        {parts.length > 0 && (
          <div className="flex flex-wrap items-center gap-2">
            <span>{t("compare.both")}</span>
            <FilterChips
              clearHref={address(withShared(filters, shared, emptyIncidentFilter()))}
              parts={parts}
            />
            <span className="print-only">{parts.map(({ text }) => text).join(" · ")}</span>
          </div>
        )}
      </div>
      {sides === null ? (
        <NotYet
          isLong={isLong}
          isUntouched={serializeComparison(filters).size === 0 && issues.length === 0}
          year={Number(today.slice(0, 4))}
        />
      ) : (
        <>
          <ComparisonTable addressOf={list} labels={labels} sides={sides} />
          <p className="muted small mt-2">
            {first && second && first !== second && <>{t("compare.lengths", { first, second })} </>}
            {t("compare.overlapNote")}
          </p>
          {CHART_KINDS.map((kind) => (
            <PageSection
              beside={
                unit && (
                  <span className="no-print flex gap-x-3">
                    <UnitSwitch
                      addressOf={(other) => address(filters, [["by", other]])}
                      unit={unit}
                    />
                  </span>
                )
              }
              id={`${kind}-chart`}
              key={kind}
              title={t(`charts.${kind}.${unit ?? "month"}`)}
            >
              <div className="grid gap-6 *:min-w-0 lg:grid-cols-2">
                {sides.map(({ filter, dated }, at) => {
                  const label = t("compare.chartOf", {
                    chart: t(`charts.${kind}.${unit ?? "month"}`),
                    side: labels[at]!,
                  });
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: there are always these two
                    <div key={at}>
                      <div className="mb-2 flex items-baseline justify-between gap-x-3">
                        <h3>{labels[at]}</h3>
                        {dated && (
                          <span className="no-print muted small flex gap-x-3">
                            <ChartFiles
                              fileOf={(file) =>
                                filteredAddress(`/charts/${file}`, filter, [
                                  ["by", dated.span.unit],
                                ])
                              }
                              kind={kind}
                              title={label}
                            />
                          </span>
                        )}
                      </div>
                      {dated === null ? (
                        <p className="card card-body muted">{t("charts.nothing")}</p>
                      ) : (
                        <DateChart
                          addressOf={({ earliest, latest }, dates) =>
                            list(withDates(filter, { from: earliest, to: latest, dates }))
                          }
                          dated={dated}
                          highest={Math.max(
                            ...sides.map((side) =>
                              side.dated ? highestBar(datedBars(side.dated, kind)) : 0,
                            ),
                          )}
                          kind={kind}
                          label={label}
                        />
                      )}
                    </div>
                  );
                })}
              </div>
            </PageSection>
          ))}
        </>
      )}
    </>
  );
}

/** In the place of a comparison: what is missing, and where nothing was asked for yet, what one could ask. */
async function NotYet(props: { isLong: boolean; isUntouched: boolean; year: number }) {
  const t = await getTranslations("compare");
  const { isLong, isUntouched, year } = props;
  if (isLong || !isUntouched) return <Notice>{t(isLong ? "tooLong" : "choose")}</Notice>;
  const years = (first: number, second: number) =>
    `/compare?a.from=${first}&a.to=${first}&b.from=${second}&b.to=${second}`;
  return (
    <div className="card empty">
      <p>{t("start")}</p>
      <ul className="mt-3 flex flex-wrap justify-center gap-x-4 gap-y-1">
        {[year, year - 1].map((first) => (
          <li key={first}>
            <Link className="inline-block min-h-6" href={years(first, first - 1)} prefetch={false}>
              {t("example", { first: String(first), second: String(first - 1) })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Both = readonly [IncidentFilter, IncidentFilter];

/** Both filters with what they share taken from another. */
function withShared(filters: Both, shared: readonly FilterName[], from: IncidentFilter): Both {
  const taken = Object.fromEntries(shared.map((name) => [name, from[name]]));
  const [a, b] = filters;
  return [
    { ...a, ...taken },
    { ...b, ...taken },
  ];
}

function withoutForm([a, b]: Both): Both {
  return [withoutFields(a, IN_FORM), withoutFields(b, IN_FORM)];
}

/** Days of the time that is asked for; null where it is open. */
function lengthOf(filter: IncidentFilter): number | null {
  const days = askedDays(filter) ?? [{ from: null, to: null }];
  return days.reduce<number | null>(
    (sum, { from, to }) =>
      sum === null || from === null || to === null ? null : sum + daysBetween(from, to) + 1,
    0,
  );
}
