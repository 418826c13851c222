import { getRequestConfig } from "next-intl/server";

/** The texts of the one language this server speaks, `messages/<LEDGER_LANGUAGE>.json`; the start checked that it is there. */
export default getRequestConfig(async () => {
  const locale = process.env.LEDGER_LANGUAGE || "en";
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, timeZone: "UTC", messages };
});
