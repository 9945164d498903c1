/**
 * From where on a figure is worth a look. Shares are of 0 to 1. None of them is a verdict: a question may have good reason.
 * docs/statistics.md says where each comes from.
 */
export const thresholds = {
  /** Fewer answers than this tell nothing of a question. */
  fewestAnswers: 10,
  /** More than one in five. */
  dontKnow: 0.2,
  blank: 0.2,
  refused: 0.2,
  /** More often than not: the question lacks a `when`. */
  notApplicable: 0.5,
  /** Most stand at one end. Of one question with four levels, a quarter do so where answers are spread evenly. */
  end: 0.5,
  /** Nearly all say the same. */
  same: 0.9,
  /** So many answers for each level or option before one that nobody chose is told. */
  answersForEach: 10,
  /**
   * Items should correlate with the rest by more (D. L. Streiner, G. R. Norman, Health Measurement Scales, after P. Kline, A
   * Handbook of Test Construction, 1986).
   */
  itemRest: 0.2,
  /**
   * Of a dimension: Cronbach's alpha from 0.70 to 0.95, at most 15 % at either end, from 50 complete responses on (C. B.
   * Terwee and others, “Quality criteria were proposed for measurement properties of health status questionnaires”, Journal
   * of Clinical Epidemiology 60 (2007), 34–42).
   */
  alpha: { least: 0.7, most: 0.95 },
  endOfDimension: 0.15,
  fewestComplete: 50,
} as const;
