/** Which addresses may become a link. */

const TELEPHONE = /^tel:\+?[\d\s().\-/]{3,20}$/i;
const MAIL = /^mailto:[^\s?&<>"]+@[^\s?&<>"]+$/i;

/** The address when it is https, tel or mailto; null for everything else, javascript: above all. */
export function safeHref(target: string): string | null {
  if (TELEPHONE.test(target) || MAIL.test(target)) return target;
  try {
    const url = new URL(target);
    return url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** The tel: address of a number as people write it. */
export function telephone(number: string): string | null {
  return safeHref(`tel:${number.replace(/[\s().\-/]/g, "")}`);
}
