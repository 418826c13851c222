import { useTranslations } from "next-intl";
import type { Corroboration } from "../../domain/vocabulary";
import { Tag, type Tone } from "./tag";

const TONES: Record<Corroboration, Tone> = {
  contested: "warn",
  acknowledged: "accent",
  corroborated: "accent",
  single_source: "plain",
  unsourced: "plain",
};

/** How far the sources bear each other out; what the word means is in its title. */
export function CorroborationTag({ corroboration }: { corroboration: Corroboration }) {
  const t = useTranslations();
  return (
    <Tag title={t(`ui.corroboration.${corroboration}`)} tone={TONES[corroboration]}>
      {t(`vocabulary.corroboration.${corroboration}`)}
    </Tag>
  );
}
