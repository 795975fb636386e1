/** A grey square: the picture of everybody who has not chosen one. */
export const avatarPng: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADIAAAAyCAAAAAA7VNdtAAAAI0lEQVR42mPYQjJgGNUyqmVUy6iWUS2jWka1jGoZ1TLUtAAAxfLeK19Ej8gAAAAASUVORK5CYII=',
  'base64',
);
