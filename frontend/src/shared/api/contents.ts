/** What is sent of a file: its bytes, or the file itself where they are too many to keep. */
export type Contents = ArrayBuffer | File

const kept = 16 * 1024 * 1024 // bytes of one file that the page keeps until it is read

/** Returns the bytes of a file, so that a later attempt sends the same; null where it changed on disk or is no file. */
export async function contentsOf(file: File): Promise<Contents | null> {
  try {
    if (file.size <= kept) return await file.arrayBuffer()
    await file.slice(0, 1).arrayBuffer()
    return file
  } catch {
    return null
  }
}
