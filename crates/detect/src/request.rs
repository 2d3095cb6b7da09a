//! A request as its sender's browser knows it.

use crate::report::Reason;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One outgoing request, or as much of it as is known.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    /// The whole URL; its fragment, never sent, is ignored.
    pub url: Cow<'a, str>,
    /// The method, such as `POST`.
    pub method: Cow<'a, str>,
    /// Header names and values, in the order sent.
    pub headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// The body.
    pub body: Body<'a>,
    /// Messages sent over the connection that the request opened.
    pub messages: Vec<Cow<'a, [u8]>>,
    /// What else of the request could not be had, beside what `body` says.
    pub missing: Vec<Reason>,
    /// URL of the top-level page.
    pub page: Option<Cow<'a, str>>,
    /// URL of the frame that sent it.
    pub frame: Option<Cow<'a, str>>,
    /// What it was requested as, in webRequest's words: `image`, `ping`, `xmlhttprequest`, …
    pub resource: Option<Cow<'a, str>>,
    /// When it was sent, RFC 3339.
    pub time: Option<Cow<'a, str>>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// URLs of the scripts that caused it, innermost first.
    pub initiator: Vec<Cow<'a, str>>,
    /// The host that its host is an alias of, as DNS tells it.
    pub cname: Option<Cow<'a, str>>,
    /// What the person did at the recipient's; none where that cannot be known.
    pub acted: Option<Act>,
    /// Who says that it was sent.
    pub witness: Witness,
}

/// Who says that something was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Witness {
    /// The browser.
    #[default]
    Browser,
    /// The page that sent it, where the browser does not show it. A page could make it up.
    Page,
}

/// What a person did at a recipient's, before a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Typed into its frame or its form.
    Typed,
    /// Went to it: the tab shows it.
    Visited,
    /// Nothing.
    Nothing,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It left the browser.
    Sent,
    /// Something held it back.
    Blocked,
    /// It was tried, and did not arrive as far as is known.
    Failed,
    /// A cache answered; nothing left.
    Cached,
}

/// A request's body: what can be read of it, and why the rest cannot.
#[derive(Clone, Debug, Default)]
pub struct Body<'a> {
    /// What can be read.
    pub content: Content<'a>,
    /// Why some or all of it cannot be read; empty where all of it is in `content`.
    pub unread: Vec<Reason>,
}

/// What can be read of a body.
#[derive(Clone, Debug, Default)]
pub enum Content<'a> {
    /// Nothing.
    #[default]
    Empty,
    /// The bytes on the wire, as far as they are known.
    Bytes(Cow<'a, [u8]>),
    /// A form which the browser had already parsed.
    Form(Vec<Field<'a>>),
}

/// One field of a parsed form.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// The field's name.
    pub name: Cow<'a, str>,
    /// Its value.
    pub value: FieldValue<'a>,
}

impl Field<'_> {
    /// Bytes of its name and its value.
    pub fn size(&self) -> usize {
        self.name.len() + self.value.as_bytes().len()
    }
}

/// The value of a parsed form's field.
#[derive(Clone, Debug)]
pub enum FieldValue<'a> {
    /// Text.
    Text(Cow<'a, str>),
    /// Bytes that are not UTF-8.
    Bytes(Cow<'a, [u8]>),
}

impl FieldValue<'_> {
    /// Its bytes, text as UTF-8.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}
