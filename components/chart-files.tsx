import { useTranslations } from "next-intl";
import type { ChartKind } from "./charts/dated-bars";

type Props = { kind: ChartKind; title: string; fileOf: (file: string) => string };

/** Links to a chart as a picture and as its numbers. */
export function ChartFiles({ kind, title, fileOf }: Props) {
  const t = useTranslations("charts.file");
  return (["svg", "csv"] as const).map((format) => (
    <a aria-label={t(format, { title })} href={fileOf(`${kind}.${format}`)} key={format}>
      {format.toUpperCase()}
    </a>
  ));
}
