const most = 10_000_000 // bytes of one picture, as the server takes it
const begins = { png: [0x89, 0x50, 0x4e, 0x47], jpeg: [0xff, 0xd8, 0xff] } as const
const chunk = 0x8000 // bytes at once: a call takes no more arguments

/** Returns a PNG or JPEG file in Base64, or null where it is none, is too large, or cannot be read. */
export async function readPictureFile(file: Blob): Promise<string | null> {
  if (file.size > most) return null
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return mediaOf(bytes) === null ? null : base64(bytes)
  } catch {
    return null
  }
}

/** Returns the address of a picture as `img` takes it; its kind is what its bytes say. */
export function pictureAddress(content: string): string {
  const head = Uint8Array.from(atobOrNothing(content.slice(0, 8)), (letter) => letter.charCodeAt(0))
  return `data:image/${mediaOf(head) ?? 'png'};base64,${content}`
}

function mediaOf(bytes: Uint8Array): 'png' | 'jpeg' | null {
  if (begins.png.every((byte, at) => bytes[at] === byte)) return 'png'
  return begins.jpeg.every((byte, at) => bytes[at] === byte) ? 'jpeg' : null
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(String.fromCharCode(...bytes.subarray(at, at + chunk)))
  return btoa(pieces.join(''))
}

function atobOrNothing(text: string): string {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
