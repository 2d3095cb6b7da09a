//! How much of a request there is to read.

use leaklight_detect::{Content, Field, Request};

/// Bytes of a request, or of as much of it as is known: URL less its fragment, headers, body and messages. Of a form that
/// a browser had parsed, those of its names and values.
pub fn size(request: &Request<'_>) -> u64 {
    let url = request.url.split('#').next().unwrap_or_default().len();
    let headers: usize = request
        .headers
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    let body = match &request.body.content {
        Content::Empty => 0,
        Content::Bytes(bytes) => bytes.len(),
        Content::Form(fields) => fields.iter().map(Field::size).sum(),
    };
    let messages: usize = request.messages.iter().map(|message| message.len()).sum();
    (url + headers + body + messages) as u64
}

#[cfg(test)]
mod tests {
    use super::size;
    use leaklight_detect::{Body, Content, Field, FieldValue, Request};

    #[test]
    fn every_part_is_counted_once_and_the_fragment_never() {
        let request = Request {
            url: "https://a.test/?b#never sent".into(),
            headers: vec![("X-Person".into(), "jane".into())],
            messages: vec![b"hello".as_slice().into()],
            body: Body {
                content: Content::Bytes(b"{}".as_slice().into()),
                unread: vec![],
            },
            ..Request::default()
        };
        assert_eq!(size(&request), 17 + 8 + 4 + 5 + 2);
    }

    #[test]
    fn a_form_is_counted_by_its_fields() {
        let field = |name: &'static str, value| Field {
            name: name.into(),
            value,
        };
        let request = Request {
            body: Body {
                content: Content::Form(vec![
                    field("name", FieldValue::Text("Zoë".into())),
                    field("raw", FieldValue::Bytes(b"\xe9".as_slice().into())),
                ]),
                unread: vec![],
            },
            ..Request::default()
        };
        assert_eq!(size(&request), 4 + 4 + 3 + 1);
    }
}
