import { expect, test } from 'vitest'
import { pictureAddress, readPictureFile } from '@/shared/official/picture'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 1])

test('a picture is read whole, and shown as what its bytes say', async () => {
  const contents = await Promise.all([png, jpeg].map((bytes) => readPictureFile(new Blob([bytes]))))
  expect(contents).toEqual([btoa(String.fromCharCode(...png)), btoa(String.fromCharCode(...jpeg))])
  expect(contents.map((content) => pictureAddress(content ?? '').slice(0, 15))).toEqual(['data:image/png;', 'data:image/jpeg'])
})

test('what is no picture, or too large, is refused', async () => {
  const large = new Uint8Array(10_000_001)
  large.set(png)
  expect([await readPictureFile(new Blob(['<svg/>'])), await readPictureFile(new Blob([large]))]).toEqual([null, null])
})
