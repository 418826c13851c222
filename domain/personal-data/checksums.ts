/** Resident identity card of China, 18 characters, the last 0–9 or X. GB 11643-1999 (ISO 7064 MOD 11-2). */
export function isChineseCardSum(card: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return "10X98765432"[weighted(card, weights) % 11] === card[17]?.toUpperCase();
}

/** Resident registration number of South Korea, 13 digits. Numbers given out since October 2020 have no sum. */
export function isKoreanNumberSum(number: string): boolean {
  const sum = weighted(number, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
  const foreigner = "5678".includes(number[6]!) ? 2 : 0;
  const check = Number(number[12]);
  return check === (11 - (sum % 11)) % 10 || check === (11 - (sum % 11) + foreigner) % 10;
}

/** Insurance number of Russia (SNILS), 11 digits. */
export function isSnilsSum(number: string): boolean {
  const sum = weighted(number, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return (sum === 100 ? 0 : sum) === Number(number.slice(9));
}

/** Citizen's number of Thailand, 13 digits. */
export function isThaiNumberSum(number: string): boolean {
  const sum = weighted(number, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return (11 - (sum % 11)) % 10 === Number(number[12]);
}

function weighted(digits: string, weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}
