namespace Punie.Chat.Formats;

/// <summary>The router's turns in Jinja, for programs that do not have <see cref="RouterFormat"/>.</summary>
/// <remarks>It renders every message that it is given; <see cref="RouterFormat.Render"/> leaves all but the last
/// request out of a prompt.</remarks>
internal static class RouterTemplate
{
    public const string Text =
        """
        {%- for message in messages -%}
        {%- if message['role'] not in ['user', 'assistant'] -%}
        {{- raise_exception('The router knows user and assistant turns only, not ' + message['role']) -}}
        {%- endif -%}
        {%- if not loop.first -%}{{- '\n' -}}{%- endif -%}
        {{- '<|im_start|>' + message['role'] + '\n' -}}
        {%- if message['tool_calls'] -%}
        {{- '<tool_call>\n' + message['tool_calls'][0]['function']['arguments']['code'] + '\n</tool_call>' -}}
        {%- else -%}
        {{- message['content'] -}}
        {%- endif -%}
        {{- '<|im_end|>' -}}
        {%- endfor -%}
        {%- if add_generation_prompt -%}
        {{- '\n<|im_start|>assistant\n' -}}
        {%- endif -%}

        """;
}
