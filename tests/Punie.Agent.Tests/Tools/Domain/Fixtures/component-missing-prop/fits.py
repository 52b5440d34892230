from parts import Badge, Card, Panel
from tdom import html


def page(props, name):
    return html(t"""
        <{Card} title="a > b" />
        <{Card} {props} />
        <{Card}
            title={name}
            featured={True}
        />
        <{Badge} text={name} data-kind="x" tone="loud"></{Badge}>
        <{Panel} heading-text='x'><p>child</p></{Panel}>
        <{Panel} heading_text="x" {props}></{Panel}>
    """)
