/** What the reader must know of a place of the gazetteer; a gazetteer's own record will do. */
export type ReaderPlace = {
  id: string;
  parentId: string | null;
  kind: "country" | "province" | "locality" | "facility";
  nameEn: string;
  nameKo: string | null;
  nameZh: string | null;
  aliases: readonly string[];
  countryId: string;
  provinceId: string | null;
};
