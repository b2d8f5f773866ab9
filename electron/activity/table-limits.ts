/** How much of a file is read before it is refused. Bytes are counted as inflated unless it says otherwise. */
export interface TableLimits {
  /** The file as it lies on the disk. */
  readonly fileBytes: number
  readonly rows: number
  readonly columns: number
  readonly zipEntries: number
  readonly entryBytes: number
  readonly totalBytes: number
  /** A sheet of no more is kept inflated from the look at its merged ranges until its rows are read; a larger one is inflated twice. */
  readonly keptBytes: number
  /** How many times its own size an entry may inflate to, once it is beyond `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
}

const mebibyte = 1024 * 1024

/** A full sheet of a million rows passes; a hundred kilobytes that inflate to half a gigabyte do not. */
export const usualLimits: TableLimits = {
  fileBytes: 256 * mebibyte,
  rows: 1_048_576,
  columns: 2_000,
  zipEntries: 5_000,
  entryBytes: 1024 * mebibyte,
  totalBytes: 1536 * mebibyte,
  // A few hundred thousand rows.
  keptBytes: 64 * mebibyte,
  ratio: 300,
  ratioFrom: 32 * mebibyte,
}
