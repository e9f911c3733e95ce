import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { Button } from '#app/components/ui/button.tsx'
import { deviceName } from '#app/device.ts'
import { statusOf } from '#app/refusals.server.ts'
import { Field } from '#app/routes/sign-in/field.tsx'
import { services } from '#app/services.server.ts'
import { localPath, sessionCookie, whoAsks } from '#app/session.server.ts'

/** Who is signed in already goes on to where they wanted to be. */
export async function loader({ request }: LoaderFunctionArgs) {
  const to = localPath(new URL(request.url).searchParams.get('to'))
  if (await whoAsks(request)) throw redirect(to)
  return { to }
}

/** Opens a session, or says on the form why not. */
export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: form() })
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 })
  const { email, password, to } = submission.value
  const device = deviceName(request.headers.get('user-agent') ?? '')
  try {
    const session = await services.signIn({ email, password, device })
    return redirect(localPath(to), { headers: { 'set-cookie': await sessionCookie(request, session) } })
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    return data(submission.reply({ fieldErrors: { password: [error.message] }, hideFields: ['password'] }), {
      status,
    })
  }
}

const form = () =>
  z.object({
    email: z.email('An email address such as name@example.com.'),
    password: z.string('The password is missing.'),
    to: z.string().default('/'),
  })

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const [signInForm, fields] = useForm<{ email: string; password: string }>({
    lastResult: lastResult ?? null,
    id: 'sign-in',
    shouldRevalidate: 'onSubmit',
  })
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-5 py-10">
      <p className="text-sm font-semibold tracking-tight">Workbench</p>
      <h1 className="mt-2 text-2xl font-semibold">Sign in</h1>
      <Form method="post" {...getFormProps(signInForm)} className="mt-8 flex flex-col gap-5">
        <input type="hidden" name="to" value={to} />
        <Field
          label="Email"
          errors={fields.email.errors}
          input={{
            type: 'email',
            name: 'email',
            required: true,
            autoComplete: 'username',
            defaultValue: fields.email.initialValue,
          }}
        />
        <Field
          label="Password"
          errors={fields.password.errors}
          input={{ type: 'password', name: 'password', required: true, autoComplete: 'current-password' }}
        />
        <Button kind="main" type="submit" disabled={busy}>
          Sign in
        </Button>
      </Form>
    </main>
  )
}
