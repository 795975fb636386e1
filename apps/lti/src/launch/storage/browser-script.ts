/**
 * What the pages before a launch run. Messages to the platform's storage go to its sign-in's origin alone, and an answer counts only
 * from there, from the frame that was asked and with the number that was sent. The frame that `lti.capabilities` names beats the one
 * of the login; whoever answers that can choose a frame, but not who reads what is sent to it. Platforms load the frame of their storage
 * beside ours, so a question is asked again until it is answered. Everything together takes no longer than two and a half seconds.
 */
export const browserScript = `const task = JSON.parse(document.getElementById('task').textContent);
const capabilitiesMilliseconds = 400;
const storageMilliseconds = 2000;
const againMilliseconds = 150;

const ask = (findFrame, origin, message, milliseconds) =>
  new Promise((resolve, reject) => {
    const id = crypto.randomUUID();
    const send = () => findFrame()?.postMessage({ ...message, message_id: id }, origin);
    const hear = ({ source, origin: from, data }) => {
      if (source !== findFrame() || (origin !== '*' && from !== origin)) return;
      if (data?.subject !== message.subject + '.response' || data.message_id !== id) return;
      end();
      if (data.error) reject(new Error(message.subject));
      else resolve(data);
    };
    const timer = setTimeout(() => { end(); reject(new Error(message.subject)); }, milliseconds);
    const again = setInterval(send, againMilliseconds);
    const end = () => { clearTimeout(timer); clearInterval(again); removeEventListener('message', hear); };
    addEventListener('message', hear);
    send();
  });

const ourParent = () => parent;
// A page of another site throws for a frame that it does not have, or not yet.
const frameNamed = (name) => () => {
  try { return parent.frames[name]; } catch { return undefined; }
};

const frameFor = async (subject, target) => {
  const offer = await ask(ourParent, '*', { subject: 'lti.capabilities' }, capabilitiesMilliseconds).catch(() => null);
  const listed = Array.isArray(offer?.supported_messages)
    ? offer.supported_messages.find((one) => one?.subject === subject)
    : undefined;
  const name = listed ? listed.frame ?? '_parent' : target;
  return name === '_parent' ? ourParent : frameNamed(name);
};

const put = async ({ target, origin, key, secret }) => {
  const message = { subject: 'lti.put_data', key, value: secret };
  await ask(await frameFor(message.subject, target), origin, message, storageMilliseconds);
};

const fetchProof = async ({ target, origin, key }) => {
  const findFrame = await frameFor('lti.get_data', target);
  const { value } = await ask(findFrame, origin, { subject: 'lti.get_data', key }, storageMilliseconds);
  if (typeof value !== 'string') throw new Error('lti.get_data');
  // Platforms keep only so many values for a tool.
  findFrame()?.postMessage({ subject: 'lti.put_data', key, value: null, message_id: crypto.randomUUID() }, origin);
  return value;
};

const keepsCookies = () =>
  fetch('cookies', { cache: 'no-store' })
    .then((answer) => answer.json())
    .then((answer) => answer.kept === true, () => false);

const proceed = async () => {
  if (task.proof) {
    const form = document.getElementById('launch');
    form.elements.namedItem('storage_proof').value = await fetchProof(task.proof);
    return form.submit();
  }
  if (parent === window || (await keepsCookies())) return location.replace(task.address);
  await put(task.storage);
  location.replace(task.storage.address);
};

proceed().catch(() => {
  document.getElementById('waiting').hidden = true;
  document.getElementById('blocked').hidden = false;
});
`;
