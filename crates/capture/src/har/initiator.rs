//! Which scripts caused an entry, as Chromium tells it.

use super::shape::HarEntry;
use serde::Deserialize;
use std::borrow::Cow;

/// Longer stacks of asynchronous calls tell nothing more.
const MOST: usize = 32;

/// What Chromium calls an initiator: the protocol's `Network.Initiator`,
/// <https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-Initiator>.
#[derive(Deserialize)]
struct Initiator {
    #[serde(rename = "type")]
    kind: Option<String>,
    url: Option<String>,
    stack: Option<Stack>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stack {
    #[serde(default)]
    call_frames: Vec<Frame>,
    parent: Option<Box<Stack>>,
}

#[derive(Deserialize)]
struct Frame {
    #[serde(default)]
    url: String,
}

/// URLs of the scripts that caused an entry, innermost first, each once.
pub(super) fn scripts<'a>(entry: &HarEntry<'a>) -> Vec<Cow<'a, str>> {
    let detail = entry.initiator_detail.as_ref().map(|text| text.0.as_ref());
    let described = detail
        .or_else(|| entry.initiator.map(|raw| raw.get()))
        .and_then(|json| serde_json::from_str::<Initiator>(json).ok());
    if let Some(initiator) = described {
        return from_description(initiator);
    }
    // chrome-har without detail: one URL, of a script or of the page whose parser met it.
    let by_script = entry
        .initiator_type
        .as_ref()
        .is_none_or(|kind| kind.0 == "script");
    entry
        .initiator
        .filter(|_| by_script)
        .and_then(|raw| serde_json::from_str::<String>(raw.get()).ok())
        .into_iter()
        .filter(|url| !url.is_empty())
        .map(Cow::Owned)
        .collect()
}

fn from_description<'a>(initiator: Initiator) -> Vec<Cow<'a, str>> {
    let mut urls: Vec<Cow<'a, str>> = Vec::new();
    let mut add = |url: String| {
        if !url.is_empty() && urls.len() < MOST && !urls.iter().any(|known| *known == url) {
            urls.push(Cow::Owned(url));
        }
    };
    let mut stack = initiator.stack;
    while let Some(Stack {
        call_frames,
        parent,
    }) = stack
    {
        for frame in call_frames {
            add(frame.url);
        }
        stack = parent.map(|parent| *parent);
    }
    if initiator.kind.as_deref() == Some("script") {
        initiator.url.into_iter().for_each(add);
    }
    urls
}
