/** The package's version, put in by the build. */
declare const MILEPOST_VERSION: string;
