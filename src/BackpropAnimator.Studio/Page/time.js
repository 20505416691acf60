// Times and frames in words.

/** 75.25 is `1:15.25`. */
export function clock(seconds) {
  const minutes = Math.floor(seconds / 60 + 1e-9);
  return `${minutes}:${(seconds - 60 * minutes).toFixed(2).padStart(5, '0')}`;
}

/** 7.5 is `7.5 s`. */
export const inSeconds = seconds => `${+seconds.toFixed(2)} s`;
