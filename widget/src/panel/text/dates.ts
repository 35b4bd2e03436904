/** Dates and hours as Flemish readers write them. */
const DAY = new Intl.DateTimeFormat("nl-BE", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const HOUR = new Intl.DateTimeFormat("nl-BE", { hour: "2-digit", minute: "2-digit" });

/** "23 november 2026" for "2026-11-23"; whatever else a source gives as its date stays as it is. */
export function day(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? DAY.format(new Date(`${date}T00:00:00Z`)) : date;
}

const LOCAL_DAY = new Intl.DateTimeFormat("nl-BE", { weekday: "long", day: "numeric", month: "long" });

/** "maandag 23 november", in the visitor's own time zone; empty for what is no moment. */
export function dayOf(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? "" : LOCAL_DAY.format(date);
}

/** "14:05", in the visitor's own time zone. */
export function hour(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? "" : HOUR.format(date);
}
